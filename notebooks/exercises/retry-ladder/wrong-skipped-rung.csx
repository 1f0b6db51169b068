// Where a message goes after its first, second, … failure.
string NextQueue(int failures) =>
    failures < 3 ? ((string[])["retry-1s", "retry-4s", "retry-16s"])[failures] : "dead";
