// What one instance does:
var workersEach = 4;       // requests under way at a time
var startsEach = 20;       // requests started in any second
var pageSize = 20;         // products in a request
