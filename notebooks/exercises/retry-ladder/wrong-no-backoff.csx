// Where a message goes after its first, second, … failure.
string NextQueue(int failures) => failures <= 3 ? "retry-1s" : "dead";
