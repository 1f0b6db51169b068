// Where a message goes after its first, second, … failure.
string NextQueue(int failures) => failures switch
{
    1 => "retry-1s",
    2 => "retry-4s",
    3 => "retry-16s",
    _ => "dead",
};
