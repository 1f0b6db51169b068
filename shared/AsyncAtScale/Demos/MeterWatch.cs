using System.Diagnostics.Metrics;
using AsyncAtScale.Timelines;

namespace AsyncAtScale.Demos;

/// <summary>
/// Reads an observable instrument of a meter all the time, from a thread of its own, and draws it as a counter of the run:
/// what <c>dotnet-counters</c> shows once a second, here every few milliseconds.
/// </summary>
public sealed class MeterWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly ManualResetEventSlim _over = new();
    private readonly MeterListener _listener = new();
    private readonly CounterTrack _counter;
    private readonly Thread _thread;
    private long _sum;
    private int _shown;

    private MeterWatch(string meter, string instrument, CounterTrack counter)
    {
        _counter = counter;
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == meter && published.Name == instrument && published.IsObservable)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, value, _, _) => _sum += value);
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => _sum += value);
        _listener.Start();
        _thread = new Thread(Watch) { IsBackground = true, Name = nameof(MeterWatch) };
        _thread.Start();
    }

    /// <summary>Watches one instrument until it is disposed of; one that does not exist stays at 0.</summary>
    /// <param name="meter">The meter: "System.Runtime" is that of the runtime.</param>
    /// <param name="instrument">An observable instrument of whole numbers: "dotnet.thread_pool.queue.length".</param>
    /// <param name="counter">What the counter is called in the chart.</param>
    /// <exception cref="InvalidOperationException">There is no run to draw it in.</exception>
    public static MeterWatch Start(string meter, string instrument, string counter) =>
        Lane.Current is { } lane
            ? new MeterWatch(meter, instrument, lane.Recorder.NewCounter(counter))
            : throw new InvalidOperationException("A meter is drawn in the chart of a run: start the watch inside Demo.Run.");

    /// <summary>Reads it once more and stops.</summary>
    public void Dispose()
    {
        _over.Set();
        _thread.Join();
        _listener.Dispose();
    }

    private void Watch()
    {
        do
        {
            Read();
        }
        while (!_over.Wait(Interval));

        Read();
    }

    private void Read()
    {
        _sum = 0;
        _listener.RecordObservableInstruments();
        var value = (int)Math.Min(_sum, int.MaxValue);
        if (value != _shown)
        {
            _counter.Set(_shown = value);
        }
    }
}
