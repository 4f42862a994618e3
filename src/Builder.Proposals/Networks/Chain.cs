using Builder.Graph.Documents;

namespace Builder.Proposals.Networks;

/// <summary>One block after the other along a row of the canvas.</summary>
/// <param name="draft">What is drawn into.</param>
/// <param name="last">The block that the chain goes on from.</param>
/// <param name="column">Its column on the grid.</param>
/// <param name="row">The row.</param>
internal sealed class Chain(NetworkDraft draft, string last, double column, double row)
{
    /// <summary>The block at the end.</summary>
    public string Last { get; private set; } = last;

    /// <summary>The column of the last block.</summary>
    public double Column { get; private set; } = column;

    /// <summary>Starts a chain with a block of its own.</summary>
    public static Chain Start(NetworkDraft draft, string kind, string id, double row, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters) =>
        new(draft, draft.Add(kind, id, 0, row, parameters), 0, row);

    /// <summary>Adds a block behind the last.</summary>
    public Chain Then(string kind, string id, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters)
    {
        var next = draft.Add(kind, id, ++Column, row, parameters);
        draft.Link(Last, next);
        Last = next;
        return this;
    }

    /// <summary>Adds a ready-made group behind the last.</summary>
    public Chain ThenPreset(string preset, long repeat, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters)
    {
        var use = draft.AddPreset(preset, ++Column, row, parameters);
        var ports = draft.Document.Blocks.Values.Where(b => b.Group == ((ParameterValue.Text)draft.Document.Blocks[use].Parameters["group"]).Value).ToArray();
        draft.Link(Last, use, ports.First(b => b.Kind == "GroupInput").Id);
        if (repeat > 1)
        {
            draft.Do(new Graph.Documents.SetParameter(use, "repeat", repeat));
        }

        Last = use;
        LastOutput = ports.First(b => b.Kind == "GroupOutput").Id;
        return this;
    }

    /// <summary>The port at which a group at the end gives its result.</summary>
    public string LastOutput { get; private set; } = "output";

    /// <summary>Adds a block behind a group.</summary>
    public Chain ThenFromGroup(string kind, string id)
    {
        var next = draft.Add(kind, id, ++Column, row);
        draft.Link(Last, next, output: LastOutput);
        Last = next;
        return this;
    }
}
