using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Metrics;
using Builder.Web.Canvas.Editing;

namespace Builder.Web.Canvas.Inspector;

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">Its value in the document.</param>
/// <param name="Title">What people read.</param>
/// <param name="Hint">A word about it.</param>
public sealed record ParameterOption(string Value, string Title, string? Hint = null);

/// <summary>What can be chosen for a parameter that names something of the project.</summary>
public static class ParameterOptions
{
    /// <summary>The choices; what is set but is not there any more stays among them, so that it can be seen.</summary>
    public static IReadOnlyList<ParameterOption> Of(ModelEditor editor, Block block, Parameter parameter, string language)
    {
        var state = editor.State;
        List<ParameterOption> options = parameter.Type switch
        {
            ParameterType.Choice => [.. parameter.Choices.Select(c => new ParameterOption(c.Value, c.Title.In(language)))],
            ParameterType.DataSet => [new("", InspectorTexts.OnlyDataSet.In(language)), .. state.Document.Data.Keys.Select(d => new ParameterOption(d, d))],
            ParameterType.Column => [new("", InspectorTexts.Choose.In(language)), .. Columns(editor, block)],
            ParameterType.Columns => [.. Columns(editor, block)],
            ParameterType.Group => [new("", InspectorTexts.Choose.In(language)), .. state.Document.Groups.Values.Select(g => new ParameterOption(g.Id, g.Name))],
            ParameterType.Blocks => [.. Trainable(state, language)],
            ParameterType.Score => [.. Scores(state.Analysis, language)],
            _ => [],
        };
        options.AddRange(Set(block, parameter).Where(v => options.TrueForAll(o => o.Value != v)).Select(v => new ParameterOption(v, v)));
        return options;
    }

    private static IEnumerable<ParameterOption> Columns(ModelEditor editor, Block block)
    {
        var wanted = block.Parameters.GetValueOrDefault("data") is ParameterValue.Text { Value.Length: > 0 } named ? named.Value : null;
        if (editor.Session.Schema.DataSets.FirstOrDefault(d => wanted is null || d.Id == wanted) is { } known)
        {
            var kind = BlockCatalog.Find(block.Kind) as DataInputKind;
            return known.Columns.Where(c => kind?.Fits(c) != false).Select(c => new ParameterOption(c.Name, c.Name, Hint(c)));
        }

        return editor.State.Document.Data.Values.FirstOrDefault(d => wanted is null || d.Id == wanted)?.Columns
            .Select(c => new ParameterOption(c.Name, c.Name, c.Unit)) ?? [];
    }

    /// <summary>What the training can watch; while the drawing is not complete, the loss is all that is sure.</summary>
    private static IEnumerable<ParameterOption> Scores(GraphAnalysis analysis, string language) => analysis.Scores.IsEmpty
        ? [new(MetricCatalog.Loss.Id, MetricCatalog.Loss.Term.In(language))]
        : analysis.Scores.Select(s => new ParameterOption(s.Id, s.Metric.Term.In(language)));

    private static string? Hint(ColumnSchema column) =>
        column.Unit ?? (column.Classes is { } classes ? FormattableString.Invariant($"{classes}") : column.SampleShape.IsEmpty ? null : string.Join("×", column.SampleShape));

    /// <summary>Blocks with something to learn, and groups by their uses.</summary>
    private static IEnumerable<ParameterOption> Trainable(ModelState state, string language) => state.Document.Blocks.Values
        .Where(b => b.Group is null && (GroupPorts.GroupOf(b) is not null || state.Analysis.Blocks.GetValueOrDefault(b.Id)?.Parameters > 0))
        .Select(b => new ParameterOption(GroupPorts.GroupOf(b) ?? b.Id, BlockWords.Name(b).In(language), b.Id))
        .DistinctBy(o => o.Value);

    private static IEnumerable<string> Set(Block block, Parameter parameter) => block.Parameters.GetValueOrDefault(parameter.Name) switch
    {
        ParameterValue.Text { Value.Length: > 0 } text => [text.Value],
        ParameterValue.List list => list.Items.OfType<ParameterValue.Text>().Select(t => t.Value),
        _ => [],
    };
}
