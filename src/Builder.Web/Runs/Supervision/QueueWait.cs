using System.Threading.Channels;
using Builder.Graph.Messages;

namespace Builder.Web.Runs.Supervision;

/// <summary>Waiting in the queue: whoever waits is told where it stands, and again whenever that changes.</summary>
internal static class QueueWait
{
    /// <summary>Waits for a turn.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="device">The device that is waited for.</param>
    /// <param name="turn">Completes when it is the turn; is cancelled when the place was given up.</param>
    /// <param name="why">Why it waits, as things stand.</param>
    /// <param name="tell">Tells it; never called once it is the turn.</param>
    public static async Task WaitAsync(this RunQueue queue, string device, Task turn, Func<Message> why, Func<Message, Task> tell)
    {
        var moves = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        void Look(string moved) => _ = moved == device && moves.Writer.TryWrite(true);
        queue.Moved += Look;
        try
        {
            for (Message? told = null; !turn.IsCompleted;)
            {
                if (why() is var now && now != told)
                {
                    await tell(told = now);
                }

                await Task.WhenAny(turn, moves.Reader.WaitToReadAsync().AsTask());
                moves.Reader.TryRead(out _);
            }
        }
        finally
        {
            queue.Moved -= Look;
            moves.Writer.TryComplete();
        }

        await turn;
    }
}
