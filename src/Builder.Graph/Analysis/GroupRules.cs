using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Checks uses of groups and the blocks through which tensors enter and leave them.</summary>
internal static class GroupRules
{
    private static readonly MessageTemplate UnusedGroup = new(
        "UnusedGroup",
        "The group “{name}” is not used anywhere.",
        "分组“{name}”没有被使用。");

    private static readonly MessageTemplate UseGroup = new("fix-use-group", "Use the group “{name}”", "使用分组“{name}”");

    /// <summary>Reports what is wrong with one block of a scope; says nothing of blocks that have nothing to do with groups.</summary>
    public static void Check(DocumentIndex index, OpenScope scope, Block block, ProblemList problems)
    {
        switch (block.Kind)
        {
            case GroupPorts.UseKind when !block.Muted && index.IsSound(block):
                CheckUse(index, scope, block, problems);
                break;
            case GroupPorts.InputKind or GroupPorts.OutputKind when scope.Group is null:
                problems.Add(AskKind(block));
                break;
            case GroupPorts.OutputKind when index.Into(new(block.Id, Port.Input.Name)).Count == 0:
                problems.AddOpenPort(scope, block, Port.Input);
                break;
        }
    }

    /// <summary>Warns of groups that no block uses.</summary>
    public static void CheckUnused(DocumentIndex index, ProblemList problems)
    {
        var used = index.OfKind(GroupPorts.UseKind).Select(GroupPorts.GroupOf).ToHashSet();
        foreach (var group in index.Document.Groups.Values.Where(g => !used.Contains(g.Id)))
        {
            problems.Add(new(null, UnusedGroup.With(("name", BlockNames.Short(group.Name))),
                Severity: Severity.Warning));
        }
    }

    private static void CheckUse(DocumentIndex index, OpenScope scope, Block use, ProblemList problems)
    {
        if (GroupPorts.GroupOf(use) is null)
        {
            problems.Add(NoGroup(index.Document, use));
        }

        foreach (var port in index.Ports.Inputs(use).Where(p => index.Into(new(use.Id, p.Name)).Count == 0))
        {
            problems.AddOpenPort(scope, use, port);
        }
    }

    /// <summary>The kinds of groups themselves say what is wrong with a block that cannot be opened out.</summary>
    private static Problem AskKind(Block block) => BlockCatalog.Get(block.Kind).Infer(new BlockInstance(block, BlockCatalog.Get(block.Kind), [])).Problems[0];

    private static Problem NoGroup(ProjectDocument document, Block use)
    {
        var only = document.Groups.Values.Where(g => g.Id != use.Group).ToList() is [var single] ? single : null;
        return AskKind(use) with
        {
            Fix = only is null ? null : new Fix(
                UseGroup.With(("name", BlockNames.Short(only.Name))),
                new SetParameter(use.Id, GroupPorts.GroupParameter, only.Id)),
        };
    }
}
