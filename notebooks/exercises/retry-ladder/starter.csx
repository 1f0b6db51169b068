// Where a message goes after its first, second, … failure.
string NextQueue(int failures) => "work";
