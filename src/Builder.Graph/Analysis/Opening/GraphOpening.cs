using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>
/// Opens out the groups of a document: every block becomes a node for each use and repetition of the groups that it stands in. Muted
/// blocks and group borders become no nodes; links are followed through them.
/// </summary>
internal sealed class GraphOpening(DocumentIndex index, ProblemList problems)
{
    private readonly WeightOwners _owners = new(index.Document, problems);
    private readonly Dictionary<string, List<OpenScope>> _scopes = new(StringComparer.Ordinal);

    /// <summary>The nodes in the order of their paths.</summary>
    public List<OpenNode> Nodes { get; } = [];

    /// <summary>The main canvas.</summary>
    public OpenScope Root { get; } = new(null, null, null, 0, "", "");

    /// <summary>Follows links through groups and muted blocks.</summary>
    public LinkTracer Tracer { get; } = new(index, problems);

    /// <summary>True where some uses of groups had to stay closed.</summary>
    public bool HasClosed { get; private set; }

    /// <summary>Creates all nodes and then finds the sources of each.</summary>
    public void Run()
    {
        var sizes = new GroupSizes(index, problems);
        sizes.Check();
        HasClosed = sizes.Closed.Count > 0;
        Open(Root, sizes.Closed);
        foreach (var node in Nodes)
        {
            for (var port = 0; port < node.InputPorts.Length; port++)
            {
                Connect(node, port);
            }
        }

        GiveOrphansAnOwner();
        Nodes.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        Tracer.IsSilent = true;
    }

    /// <summary>The runs of a group, or with null the main canvas.</summary>
    public IReadOnlyList<OpenScope> ScopesOf(string? group) => _scopes.GetValueOrDefault(group ?? "") ?? [];

    /// <summary>The nodes of a block.</summary>
    public IEnumerable<OpenNode> NodesOf(Block block) => ScopesOf(block.Group).Select(s => s.Nodes.GetValueOrDefault(block.Id)).OfType<OpenNode>();

    /// <summary>Gives a block, which nothing reads yet, its nodes.</summary>
    public void Add(Block block)
    {
        foreach (var scope in ScopesOf(block.Group))
        {
            AddNode(scope, block);
            var node = Nodes[^1];
            Nodes.RemoveAt(Nodes.Count - 1);
            Nodes.Insert(~Nodes.BinarySearch(node, ByPath), node);
            Tracer.Forget(scope, block.Id, node.OutputPorts);
        }
    }

    /// <summary>Takes the nodes of a block away.</summary>
    public IReadOnlyList<OpenNode> Remove(Block block)
    {
        var gone = NodesOf(block).ToList();
        foreach (var node in gone)
        {
            for (var port = 0; port < node.InputPorts.Length; port++)
            {
                Disconnect(node, port);
            }

            Nodes.RemoveAt(Nodes.BinarySearch(node, ByPath));
            node.Scope.Nodes.Remove(block.Id);
            Tracer.Forget(node.Scope, block.Id, node.OutputPorts);
        }

        return gone;
    }

    /// <summary>Finds the sources of a port anew.</summary>
    public void Reconnect(OpenNode node, int port)
    {
        Disconnect(node, port);
        Connect(node, port);
    }

    private static Comparer<OpenNode> ByPath { get; } = Comparer<OpenNode>.Create((a, b) => string.CompareOrdinal(a.Path, b.Path));

    private void Open(OpenScope scope, IReadOnlySet<string> closed)
    {
        if (!_scopes.TryGetValue(scope.Group ?? "", out var known))
        {
            _scopes.Add(scope.Group ?? "", known = []);
        }

        known.Add(scope);
        foreach (var block in index.BlocksOf(scope.Group))
        {
            GroupRules.Check(index, scope, block, problems);
            var isUse = block.Kind == GroupPorts.UseKind;
            if (isUse && !block.Muted && !closed.Contains(block.Id) && index.IsSound(block) && GroupPorts.GroupOf(block) is { } group)
            {
                OpenUse(scope, block, group, closed);
            }
            else if (!isUse && !block.Muted && block.Kind is not (GroupPorts.InputKind or GroupPorts.OutputKind))
            {
                AddNode(scope, block);
            }
        }
    }

    private void OpenUse(OpenScope scope, Block use, string group, IReadOnlySet<string> closed)
    {
        var repetitions = new OpenScope[GroupPorts.RepeatOf(use)];
        for (var i = 0; i < repetitions.Length; i++)
        {
            repetitions[i] = new(group, scope, use, i, scope.Path + Segment(use, i), scope.WeightsPath + WeightsSegment(use, i));
            Open(repetitions[i], closed);
        }

        scope.Uses.Add(use.Id, repetitions);
    }

    private string WeightsSegment(Block use, int repetition)
    {
        var owner = _owners.Of(use);
        var shares = GroupPorts.SharesOf(use) || GroupPorts.SharesOf(owner);
        return Segment(owner, shares ? 0 : (int)Math.Min(repetition, GroupPorts.RepeatOf(owner) - 1));
    }

    private static string Segment(Block use, int repetition) =>
        GroupPorts.RepeatOf(use) == 1 ? use.Id + "/" : string.Create(CultureInfo.InvariantCulture, $"{use.Id}.{repetition}/");

    private void AddNode(OpenScope scope, Block block)
    {
        var ports = index.Ports.Of(block);
        var node = new OpenNode(block, BlockCatalog.Get(block.Kind), scope, scope.Path + block.Id)
        {
            WeightsPath = scope.WeightsPath + _owners.Of(block).Id,
            InputPorts = ports.Inputs,
            OutputPorts = ports.Outputs,
            Sources = [.. ports.Inputs.Select(_ => new List<OpenSource>())],
        };
        scope.Nodes.Add(block.Id, node);
        Nodes.Add(node);
    }

    private void Connect(OpenNode node, int port)
    {
        foreach (var link in index.Into(new(node.Block.Id, node.InputPorts[port].Name)))
        {
            var source = Tracer.Trace(node.Scope, link.From) with { Link = link.Key };
            node.Sources[port].Add(source);
            source.Node?.Readers.Add(node);
        }
    }

    private static void Disconnect(OpenNode node, int port)
    {
        foreach (var source in node.Sources[port])
        {
            source.Node?.Readers.Remove(node);
        }

        node.Sources[port].Clear();
    }

    /// <summary>Where the owner of shared weights is muted, the first of those who share becomes the owner.</summary>
    private void GiveOrphansAnOwner()
    {
        var paths = Nodes.Select(n => n.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var orphans in Nodes.Where(n => !paths.Contains(n.WeightsPath)).GroupBy(n => n.WeightsPath).ToList())
        {
            var heir = orphans.MinBy(n => n.Path, StringComparer.Ordinal)!.Path;
            foreach (var node in orphans)
            {
                node.WeightsPath = heir;
            }
        }
    }
}
