using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using Handouts.Execution.Child;
using Handouts.Execution.Compilation;
using Handouts.Execution.Protocol;

namespace Handouts.Execution;

/// <summary>
/// A child process from the parent's side. Requests go to its standard input, which also tells it that
/// the parent lives; messages come over a named pipe, because cells may write to the standard outputs.
/// The standard error is kept, in part, as a diagnosis: the runtime's last words are found there.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    /// <summary>How long the runtime may take to write its last words after the channel has closed.</summary>
    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(10);

    /// <summary>How long they may take to arrive: what a cell has started may hold the standard error open for ever.</summary>
    private static readonly TimeSpan ErrorGrace = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly StreamBeginning _error;
    private readonly BinaryWriter _requests;

    private ChildProcess(Process process, NamedPipeServerStream pipe)
    {
        _process = process;
        _pipe = pipe;
        _ = new StreamBeginning(process.StandardOutput);
        _error = new StreamBeginning(process.StandardError);
        _requests = new BinaryWriter(new BufferedStream(process.StandardInput.BaseStream, 1 << 16), Encoding.UTF8);
    }

    public static ChildProcess Start(string folder, string pace)
    {
        var name = $"handouts-{Guid.NewGuid():N}"[..24];
        var pipe = new NamedPipeServerStream(
            name, PipeDirection.In, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var start = new ProcessStartInfo(DotnetHost.Path, [typeof(ChildProcess).Assembly.Location, ChildProgram.Argument, name])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["COURSE_PACE"] = pace;
        return new ChildProcess(Process.Start(start)!, pipe);
    }

    /// <summary>Sends the request, begins to compile for it, and takes messages until the last one or the end of the child.</summary>
    public async Task ConverseAsync(
        ChildRequest request, NotebookCompiler compiler, RunRecord record, CancellationToken token)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(token);
        var exit = _process.WaitForExitAsync(gone.Token);
        var connection = _pipe.WaitForConnectionAsync(gone.Token);
        try
        {
            RequestWire.Write(_requests, request);
            compiler.Start(cell => RequestWire.Write(_requests, cell), gone.Token);
            await Task.WhenAny(connection, exit);
            if (!connection.IsCompletedSuccessfully)
            {
                return;
            }

            await Task.Factory.StartNew(() => Receive(record), token, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .WaitAsync(token);
        }
        catch (IOException)
        {
            // The child ended while it was being asked; its last words say why.
        }
        finally
        {
            await gone.CancelAsync();
        }
    }

    /// <summary>Waits for the end of a child that has stopped talking, and says what is known of it.</summary>
    public async Task<LastWords> WaitForEndAsync(CancellationToken token)
    {
        using var grace = CancellationTokenSource.CreateLinkedTokenSource(token);
        grace.CancelAfter(ExitGrace);
        try
        {
            await _process.WaitForExitAsync(grace.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            Kill();
            await _process.WaitForExitAsync(token);
        }

        return new LastWords(_process.ExitCode, await _error.TextAsync(ErrorGrace, token));
    }

    /// <summary>Ends the child and what it has started, at once; the latter also if the child has ended by itself.</summary>
    public void Kill()
    {
        ProcessTree.Kill(_process);
        ProcessGroup.Kill(_process.Id);
    }

    public void Dispose()
    {
        _pipe.Dispose();
        _process.Dispose();
    }

    private void Receive(RunRecord record)
    {
        using var reader = new BinaryReader(new BufferedStream(_pipe, 1 << 16), Encoding.UTF8, leaveOpen: true);
        try
        {
            while (!record.IsComplete)
            {
                record.Add(MessageWire.Read(reader));
            }
        }
        catch (Exception problem) when (problem is EndOfStreamException or IOException or ObjectDisposedException)
        {
            // The child has ended without a last message.
        }
    }
}
