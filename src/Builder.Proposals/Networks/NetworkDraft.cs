using System.Collections.Immutable;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Presets;

namespace Builder.Proposals.Networks;

/// <summary>Draws blocks into a document and remembers the edits that do so.</summary>
/// <param name="document">The document before.</param>
/// <param name="language">Language of the names that become part of the document.</param>
internal sealed class NetworkDraft(ProjectDocument document, string? language)
{
    private readonly ImmutableArray<Edit>.Builder _edits = ImmutableArray.CreateBuilder<Edit>();

    /// <summary>The document with everything drawn so far.</summary>
    public ProjectDocument Document { get; private set; } = document;

    /// <summary>All edits so far as one.</summary>
    public Batch Edit => new(_edits.ToImmutable());

    /// <summary>Carries an edit out.</summary>
    /// <exception cref="InvalidOperationException">The document refuses it.</exception>
    public void Do(Edit edit)
    {
        var result = DocumentEditor.Apply(Document, edit);
        Document = result.Succeeded ? result.Document : throw new InvalidOperationException(result.Problem.Message.En);
        _edits.Add(edit);
    }

    /// <summary>Adds a block at a place of the grid and gives its id.</summary>
    public string Add(string kind, string id, double column, double row, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters)
    {
        var values = Block.NoParameters;
        foreach (var (name, value) in parameters)
        {
            values = values.SetItem(name, value);
        }

        var fresh = Ids.Fresh(id, Document.Blocks.ContainsKey);
        Do(new AddBlock(new Block { Id = fresh, Kind = kind, Position = Place(column, row), Parameters = values }));
        return fresh;
    }

    /// <summary>Adds a ready-made group and gives the id of its use.</summary>
    public string AddPreset(string preset, double column, double row, params ReadOnlySpan<(string Name, ParameterValue Value)> parameters)
    {
        var values = new Dictionary<string, ParameterValue>();
        foreach (var (name, value) in parameters)
        {
            values[name] = value;
        }

        var addition = PresetCatalog.Get(preset).AddTo(Document, Place(column, row), values, language: language);
        Do(addition.Edit);
        return addition.Use;
    }

    /// <summary>Draws a wire.</summary>
    public void Link(string from, string to, string port = "input", string output = "output", int slot = 0) =>
        Do(new Connect(new Link(new PortRef(from, output), new PortRef(to, port), slot)));

    private static Position Place(double column, double row) => new(column * Spacing.Across, row * Spacing.Down);
}
