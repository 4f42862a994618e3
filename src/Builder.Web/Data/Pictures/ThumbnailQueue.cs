using System.Threading.Channels;

namespace Builder.Web.Data.Pictures;

/// <summary>Projects into which pictures have come that nobody has looked at yet. Whoever adds one does not wait for what becomes of it.</summary>
public sealed class ThumbnailQueue
{
    private readonly Channel<ThumbnailOrder> _orders = Channel.CreateUnbounded<ThumbnailOrder>();

    /// <summary>What was added, once each, in its order.</summary>
    internal ChannelReader<ThumbnailOrder> Orders => _orders.Reader;

    /// <summary>Adds a project.</summary>
    /// <param name="projectId">Its id.</param>
    /// <param name="dataSet">The data set that is new in it; null where all are.</param>
    public void Add(string projectId, string? dataSet = null) => _orders.Writer.TryWrite(new(projectId, dataSet));
}

/// <summary>A data set whose pictures are to be made small; all of the project's where none is named.</summary>
internal sealed record ThumbnailOrder(string ProjectId, string? DataSet);

/// <summary>How many pictures of a data set are made small before anybody looks; the others are when somebody does.</summary>
/// <param name="Pictures">Pictures at most.</param>
/// <param name="Bytes">Bytes at most that they take on the disk.</param>
public sealed record ThumbnailBudget(int Pictures, long Bytes)
{
    /// <summary>All that the data page shows at once, and more; less than a single large photograph takes in memory.</summary>
    public static ThumbnailBudget Usual { get; } = new(1_000, 16 << 20);
}
