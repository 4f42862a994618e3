using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks parameters that name data sets, groups or blocks of the document.</summary>
internal static class ReferenceRules
{
    /// <summary>What is wrong with a parameter that names something; null where it names nothing or what it names is there.</summary>
    public static Problem? Of(ProjectDocument document, Block block, Parameter parameter, ParameterValue value) => (parameter.Type, value) switch
    {
        (ParameterType.DataSet, ParameterValue.Text { Value.Length: > 0 } name) when !document.Data.ContainsKey(name.Value) =>
            Unknown("UnknownDataSet", block, parameter, name.Value, new("data set", "数据集"), [.. document.Data.Keys]),
        (ParameterType.Group, ParameterValue.Text { Value.Length: > 0 } name) when !document.Groups.ContainsKey(name.Value) =>
            Unknown("UnknownGroup", block, parameter, name.Value, new("group", "分组"), [.. document.Groups.Keys]),
        (ParameterType.Blocks, _) => OfBlocks(document, block, parameter, value),
        _ => null,
    };

    /// <summary>The names that a Blocks parameter holds.</summary>
    public static IReadOnlyList<string> Names(ParameterValue? value) => value switch
    {
        ParameterValue.Text { Value.Length: > 0 } single => [single.Value],
        ParameterValue.List { Items.IsDefault: false } list => [.. list.Items.OfType<ParameterValue.Text>().Select(t => t.Value)],
        _ => [],
    };

    private static Problem? OfBlocks(ProjectDocument document, Block block, Parameter parameter, ParameterValue value)
    {
        var names = Names(value);
        var unknown = names.Where(n => !document.Blocks.ContainsKey(n) && !document.Groups.ContainsKey(n)).ToList();
        if (unknown.Count == 0)
        {
            return null;
        }

        var kept = names.Except(unknown).ToList();
        var fix = kept.Count == 0 ? null : new Fix(
            new("Keep only what exists", "只保留存在的项"), new SetParameter(block.Id, parameter.Name, new ParameterValue.List([.. kept.Select(k => (ParameterValue)k)])));
        return Problem("UnknownBlock", block, parameter, unknown[0], new("block or group", "模块或分组"), NearestName.Hint(unknown[0], document.Blocks.Keys.Concat(document.Groups.Keys)), fix);
    }

    private static Problem Unknown(string code, Block block, Parameter parameter, string name, Localized what, IReadOnlyList<string> known)
    {
        var meant = known.Count == 1 ? known[0] : NearestName.Of(name, known);
        var fix = meant is null ? null : new Fix(new($"Use “{meant}”", $"使用“{meant}”"), new SetParameter(block.Id, parameter.Name, meant));
        return Problem(code, block, parameter, name, what, NearestName.Hint(name, known), fix);
    }

    private static Problem Problem(string code, Block block, Parameter parameter, string name, Localized what, Localized hint, Fix? fix) => new(code, block.Id, new(
        $"“{parameter.Title.En}” of “{BlockNames.Name(block).En}” names “{BlockNames.Short(name)}”, but there is no such {what.En}.{hint.En}",
        $"“{BlockNames.Name(block).Zh}”的“{parameter.Title.Zh}”指向“{BlockNames.Short(name)}”，但没有这个{what.Zh}。{hint.Zh}"), fix);
}
