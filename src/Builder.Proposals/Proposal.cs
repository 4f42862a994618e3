using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Proposals;

/// <summary>A model that suits the data, and why.</summary>
/// <param name="Task">What kind of question it answers.</param>
/// <param name="Edit">One batch that puts data set and model into the document it was proposed for.</param>
/// <param name="Document">That document afterwards.</param>
/// <param name="Schema">What the network gets of the data set.</param>
/// <param name="Explanation">Why it looks as it does.</param>
public sealed record Proposal(ProposedTask Task, Edit Edit, ProjectDocument Document, DataSetSchema Schema, ImmutableArray<Reason> Explanation);

/// <summary>One reason for a part of a proposal.</summary>
/// <param name="About">What it is about, in a word.</param>
/// <param name="Text">The reason in a few sentences.</param>
public sealed record Reason(Localized About, Localized Text);

/// <summary>What kind of question a model answers.</summary>
public enum ProposedTask
{
    /// <summary>Which class a row belongs to.</summary>
    Classes,

    /// <summary>Which of several labels a row has: any number of them.</summary>
    Labels,

    /// <summary>What number a row leads to.</summary>
    Number,

    /// <summary>How a series goes on.</summary>
    Forecast,

    /// <summary>What a picture shows.</summary>
    PictureClasses,

    /// <summary>How a running text goes on.</summary>
    RunningText,
}

/// <summary>The block of a document that says what is to be predicted.</summary>
public static class TargetBlock
{
    /// <summary>The first target of a data set; null where there is none.</summary>
    public static Block? Find(ProjectDocument document, string dataSet)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Blocks.Values.FirstOrDefault(b => b.Kind == "Target" && IsOf(b, dataSet));
    }

    /// <summary>The first column that a target block names; null where it names none.</summary>
    public static string? Column(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block.Parameters.GetValueOrDefault("columns") is ParameterValue.List { Items: [ParameterValue.Text first, ..] } ? first.Value : null;
    }

    /// <summary>True where a block reads this data set, by name or because it is the only one.</summary>
    internal static bool IsOf(Block block, string dataSet) =>
        block.Parameters.GetValueOrDefault("data") is not ParameterValue.Text { Value.Length: > 0 } named || named.Value == dataSet;
}
