// What one instance does:
var workersEach = 2;       // requests under way at a time
var startsEach = 8;        // requests started in any second
var pageSize = 20;         // products in a request
