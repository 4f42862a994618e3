using System.Text.Json;
using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Protocol;

/// <summary>What a picture worker answers.</summary>
public abstract partial record RunEvent
{
    /// <summary>A picture task is done.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Png">The picture that was made, as a PNG file; null where none was to be made, or nothing was drawn.</param>
    public sealed record PictureDone(string Id, byte[]? Png = null) : RunEvent;

    /// <summary>Some pictures were looked at.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Hint">What they have in common; null where none could be read.</param>
    public sealed record PicturesSeen(string Id, PictureHint? Hint) : RunEvent;

    /// <summary>Some pictures of a data set were decoded from end to end.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Next">The first row that was not looked at, from 0.</param>
    /// <param name="Unreadable">Those that cannot be read.</param>
    public sealed record PicturesChecked(string Id, int Next, IReadOnlyList<UnreadableRow> Unreadable) : RunEvent;

    /// <summary>Copies among the pictures of a data set were looked for.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Groups">The row numbers of each group of copies, such as "3, 17".</param>
    /// <param name="Compared">How many pictures were looked at.</param>
    /// <param name="All">How many there are.</param>
    public sealed record CopiesFound(string Id, IReadOnlyList<RowNumbers> Groups, int Compared, int All) : RunEvent;

    /// <summary>A data set was prepared.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Schema">Its schema.</param>
    public sealed record SchemaRead(string Id, DataSetSchema Schema) : RunEvent;

    /// <summary>A table was read from end to end.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Source">How it is read, with everything that was found out, as in a project file.</param>
    public sealed record TableRead(string Id, JsonElement Source) : RunEvent;

    /// <summary>A picture task was not possible; the next one may be.</summary>
    /// <param name="Id">The id of the task.</param>
    /// <param name="Code">Stable name of the reason.</param>
    /// <param name="Message">What is wrong, and what can be done.</param>
    public sealed record PictureFailed(string Id, string Code, Message Message) : RunEvent;
}

/// <summary>A row whose picture cannot be read.</summary>
/// <param name="Row">The row, from 0.</param>
/// <param name="Message">What is wrong, and what can be done.</param>
public sealed record UnreadableRow(int Row, Message Message);
