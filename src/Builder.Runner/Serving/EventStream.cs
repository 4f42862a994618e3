using System.Collections.Concurrent;
using System.Text;
using Builder.Protocol;

namespace Builder.Runner.Serving;

/// <summary>
/// Writes events to a pipe on a thread of its own, so that whoever reads slowly never slows the training: where too many wait, those that
/// only show progress are left out.
/// </summary>
public sealed class EventStream : IDisposable
{
    private const int MostWaiting = 256;
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(10);

    private readonly BlockingCollection<string> _lines = [];
    private readonly StreamWriter _output;
    private readonly Thread _writer;

    /// <summary>A stream of events to a pipe.</summary>
    public EventStream(Stream output)
    {
        _output = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        _writer = new Thread(WriteAll) { IsBackground = true, Name = "events" };
        _writer.Start();
    }

    /// <summary>True once nobody reads any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Sends an event; from any thread.</summary>
    public void Send(RunEvent message)
    {
        var mayBeLeftOut = message is RunEvent.Progress or RunEvent.Scoring or RunEvent.Heartbeat;
        if (!_lines.IsAddingCompleted && !(mayBeLeftOut && _lines.Count >= MostWaiting))
        {
            _lines.Add(RunEventJson.Write(message));
        }
    }

    /// <summary>Writes what still waits, unless nobody takes it.</summary>
    public void Dispose()
    {
        _lines.CompleteAdding();
        if (_writer.Join(LongestFarewell))
        {
            _lines.Dispose();
        }
    }

    private void WriteAll()
    {
        foreach (var line in _lines.GetConsumingEnumerable())
        {
            Write(line);
        }
    }

    private void Write(string line)
    {
        if (IsClosed)
        {
            return;
        }

        try
        {
            _output.WriteLine(line);
            if (_lines.Count == 0)
            {
                _output.Flush();
            }
        }
        catch (IOException)
        {
            // The reader is gone; standard input ends too, and that ends the run.
            IsClosed = true;
        }
    }
}
