using Handouts.Commands;
using Handouts.Execution.Child;

return args is [ChildProgram.Argument, var pipe] ? ChildProgram.Run(pipe) : await CommandLine.RunAsync(args);
