using System.Text.Json.Serialization;
using Builder.Graph.Documents;

namespace Builder.Web.Canvas.Messages;

/// <summary>A document as the canvas client shows it.</summary>
public sealed record DocumentView(
    string Name, IReadOnlyList<NodeView> Blocks, IReadOnlyList<LinkView> Links, IReadOnlyList<GroupView> Groups, IReadOnlyList<NoteView> Notes);

/// <summary>A block. Its ports are given only where they differ from the catalog's: for uses of groups.</summary>
public sealed record NodeView(
    string Id,
    string Kind,
    string? Group,
    string? Label,
    string? Note,
    bool Muted,
    double X,
    double Y,
    IReadOnlyDictionary<string, ParameterValue> Parameters,
    string? WeightsFrom)
{
    /// <summary>Input ports of a use of a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PortView>? Inputs { get; init; }

    /// <summary>Output ports of a use of a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PortView>? Outputs { get; init; }
}

/// <summary>A port of a use of a group; the title is what a person called it.</summary>
public sealed record PortView(string Name, string Title, string Content, bool Optional, bool Variadic);

/// <summary>One end of a link.</summary>
public sealed record EndView(string Block, string Port);

/// <summary>A link.</summary>
public sealed record LinkView(EndView From, EndView To, int Slot);

/// <summary>A group.</summary>
public sealed record GroupView(string Id, string Name);

/// <summary>A remark on the canvas: plain text.</summary>
public sealed record NoteView(string Id, string Text, double X, double Y, string? Group);

/// <summary>What the analysis says.</summary>
public sealed record DiagnosticsView(
    IReadOnlyDictionary<string, BlockView?> Blocks, IReadOnlyList<ProblemView> Document, long TotalParameters, bool CanTrain);

/// <summary>What the analysis says of one block.</summary>
public sealed record BlockView(IReadOnlyList<OutputView> Outputs, long Parameters, IReadOnlyList<ProblemView> Problems);

/// <summary>What leaves a port.</summary>
public sealed record OutputView(string Port, string Shape, string Element);

/// <summary>A problem in the reader's language.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Block">The block it is shown on.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Severity">"error" or "warning".</param>
/// <param name="Fix">The way out, where there is one.</param>
/// <param name="Index">Its place among the problems of the block, or of the document.</param>
public sealed record ProblemView(string Code, string? Block, string Message, string Severity, FixView? Fix, int Index);

/// <summary>What the button of a fix says.</summary>
public sealed record FixView(string Title);

/// <summary>Somebody who has the project open.</summary>
public sealed record PersonView(string Id, string Name, string Color, IReadOnlyList<string> Selection);
