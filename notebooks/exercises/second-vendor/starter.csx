// What one instance does:
var workersEach = 8;       // requests under way at a time
var startsEach = 500;      // requests started in any second
var pageSize = 1;          // products in a request
