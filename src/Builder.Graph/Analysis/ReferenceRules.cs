using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks parameters that name data sets, groups or blocks of the document.</summary>
internal static class ReferenceRules
{
    private static readonly MessageTemplate KeepOnlyWhatExists = new(
        "fix-keep-only-what-exists",
        "Keep only what exists",
        "只保留存在的项");

    private static readonly MessageTemplate UseMeant = new("fix-use-meant", "Use “{meant}”", "使用“{meant}”");

    private static readonly MessageTemplate UnknownDataSet = new(
        "UnknownDataSet.parameter",
        "“{parameter}” of “{block}” names “{name}”, but there is no such data set.{hint}",
        "“{block}”的“{parameter}”指向“{name}”，但没有这个数据集。{hint}");

    private static readonly MessageTemplate UnknownGroup = new(
        "UnknownGroup.parameter",
        "“{parameter}” of “{block}” names “{name}”, but there is no such group.{hint}",
        "“{block}”的“{parameter}”指向“{name}”，但没有这个分组。{hint}");

    private static readonly MessageTemplate UnknownBlock = new(
        "UnknownBlock.parameter",
        "“{parameter}” of “{block}” names “{name}”, but there is no such block or group.{hint}",
        "“{block}”的“{parameter}”指向“{name}”，但没有这个模块或分组。{hint}");

    /// <summary>What is wrong with a parameter that names something; null where it names nothing or what it names is there.</summary>
    public static Problem? Of(ProjectDocument document, Block block, Parameter parameter, ParameterValue value) => (parameter.Type, value) switch
    {
        (ParameterType.DataSet, ParameterValue.Text { Value.Length: > 0 } name) when !document.Data.ContainsKey(name.Value) =>
            Unknown(block, parameter, name.Value, [.. document.Data.Keys]),
        (ParameterType.Group, ParameterValue.Text { Value.Length: > 0 } name) when !document.Groups.ContainsKey(name.Value) =>
            Unknown(block, parameter, name.Value, [.. document.Groups.Keys]),
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
            KeepOnlyWhatExists.With(), new SetParameter(block.Id, parameter.Name, new ParameterValue.List([.. kept.Select(k => (ParameterValue)k)])));
        var hint = NearestName.Suggestion(unknown[0], document.Blocks.Keys.Concat(document.Groups.Keys));
        return new(
            block.Id,
            UnknownBlock.With(("parameter", BlockNames.Title(block, parameter)), ("block", BlockNames.Name(block)), ("name", BlockNames.Short(unknown[0])), ("hint", hint)),
            fix);
    }

    private static Problem Unknown(Block block, Parameter parameter, string name, IReadOnlyList<string> known)
    {
        var meant = known.Count == 1 ? known[0] : NearestName.Of(name, known);
        var (isDataSet, hint) = (parameter.Type == ParameterType.DataSet, NearestName.Suggestion(name, known));
        return new(
            block.Id,
            (isDataSet ? UnknownDataSet : UnknownGroup).With(
                ("parameter", BlockNames.Title(block, parameter)), ("block", BlockNames.Name(block)), ("name", BlockNames.Short(name)), ("hint", hint)),
            meant is null ? null : new Fix(UseMeant.With(("meant", meant)), new SetParameter(block.Id, parameter.Name, meant)));
    }
}
