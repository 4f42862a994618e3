using Builder.Graph.Catalog;
using Builder.Graph.Catalog.Kinds;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Graph.Analysis;

/// <summary>
/// All that was found out about a document, kept so that the next document can be analysed from what is different in it. What a change does not
/// touch, and what does not lie behind it, is not looked at again; the few rules about a document as a whole work on what is kept for them.
/// </summary>
internal sealed class AnalysisState
{
    private readonly DocumentIndex _index;
    private readonly ProblemList _structure = new();
    private readonly GraphOpening _opening;
    private readonly ShapeInference _inference;
    private readonly Summaries _summaries;
    private readonly UsageRules _usage = new();
    private readonly DataSchema? _data;
    private readonly bool _isWhole;
    private readonly HashSet<OpenNode> _blamed = [];
    private LinkCandidates _candidates;
    private FlatGraph _graph;

    public AnalysisState(ProjectDocument document, DataSchema? data)
    {
        (Document, _data) = (document, data);
        _index = new(GraphAnalyzer.WithinLimits(document, _structure));
        _opening = new(_index, _structure);
        _opening.Run();
        var order = new NodeOrder(_opening.Nodes, _structure).Run(out _isWhole);
        _inference = new(_index, data);
        _summaries = new(_index, _opening);
        _candidates = new(_index, _opening.Tracer);
        foreach (var node in order)
        {
            Infer(node);
        }

        _graph = FlatGraphs.Of(order);
    }

    /// <summary>The newest document.</summary>
    public ProjectDocument Document { get; private set; }

    /// <summary>How often the rules of a block were checked or its shapes inferred.</summary>
    public int Visits => _index.Checks + _inference.Visits;

    /// <summary>Blocks whose summary was made anew by the last <see cref="Conclude"/>.</summary>
    public IReadOnlySet<string> Changed => _summaries.Changed;

    /// <summary>Goes on to the next document.</summary>
    /// <param name="document">The next document.</param>
    /// <param name="change">Where it may differ.</param>
    /// <returns>False where the change is of a kind that cannot be followed; then this state is of no further use.</returns>
    public bool Follow(ProjectDocument document, DocumentChange change)
    {
        var step = DocumentStep.Between(Document, document, change);
        if (!CanGoOn || !GraphAnalyzer.IsWithinLimits(document) || !step.CanBeFollowed(_index, _opening))
        {
            return false;
        }

        Document = document;
        var again = _index.Follow(document, step.Blocks, step.Links);
        if (_index.IsBroken || (step.ChangesSizes && !document.Groups.IsEmpty && HasClosed()))
        {
            return false;
        }

        var dirty = Reopen(step, again);
        if (step.IsStructural && !Reorder())
        {
            return false;
        }

        var changed = Infer(dirty);
        _graph = step.IsStructural ? FlatGraphs.Of(_opening.Nodes) : FlatGraphs.With(_graph, changed);
        return true;
    }

    /// <summary>The answer for the newest document.</summary>
    public GraphAnalysis Conclude()
    {
        var problems = new ProblemList();
        problems.AddRange(_index.Problems);
        problems.AddRange(_structure, _index.Document);
        foreach (var node in _blamed.OrderBy(n => n.Place))
        {
            problems.AddRange(node.Problems!, _index.Document);
        }

        new WeightSharing(_index.Document, _graph, problems).Check();
        var plan = new TrainingPlan(_index, _graph, _data, _usage, problems);
        plan.Read();
        var heads = HeadFinder.Find(_graph);
        var scores = EpochScores.Of(_graph, plan.Optimizers, heads);
        GroupRules.CheckUnused(_index, problems);
        new ConnectFixes(_index, _candidates, _data, problems).Run();
        MonitorRules.Check(_graph, scores, problems);
        SizeRules.Check(_summaries, problems);
        var found = problems.ToImmutable();
        _summaries.Run(found);
        return new GraphAnalysis
        {
            Graph = _graph,
            Problems = found,
            Blocks = _summaries.Blocks,
            Optimizers = plan.Optimizers,
            Heads = heads,
            Task = HeadFinder.TaskOf(_graph, heads),
            Scores = scores,
            Trainer = TrainerOf(),
            TotalParameters = _summaries.Total,
        };
    }

    /// <summary>
    /// False where something is wrong with the document as a whole: a circle is cut, or a group stays closed, in an order that everything has a part in.
    /// </summary>
    private bool CanGoOn => _isWhole && !_index.IsBroken && !_opening.HasClosed && ReferenceEquals(_index.Document, Document);

    private bool HasClosed()
    {
        var sizes = new GroupSizes(_index, new());
        sizes.Check();
        return sizes.Closed.Count > 0;
    }

    /// <summary>Brings nodes and their sources to the newest document.</summary>
    /// <returns>The nodes of which something else may be true.</returns>
    private HashSet<OpenNode> Reopen(DocumentStep step, IReadOnlyCollection<string> again)
    {
        var dirty = new HashSet<OpenNode>();
        foreach (var block in step.Blocks)
        {
            _summaries.Touch(block.Block.Id);
        }

        // What is gone goes first: nobody may find it among the readers of what stays.
        foreach (var gone in step.Blocks.Where(b => b.After is null))
        {
            Forget(_opening.Remove(gone.Before!));
        }

        foreach (var added in step.Blocks.Where(b => b.Before is null))
        {
            _opening.Add(added.After!);
        }

        foreach (var block in step.Blocks.Where(b => !b.IsStructural))
        {
            Replace(block.After!, dirty);
        }

        foreach (var to in step.Links.Select(l => (l.After ?? l.Before)!.To).Distinct())
        {
            Reconnect(to, dirty);
        }

        // What is proposed where two losses meet depends on which ids are taken.
        var idle = step.ChangesSizes ? _blamed.Where(n => n.Kind.Role == Role.Optimizer) : [];
        dirty.UnionWith(again.SelectMany(id => _opening.NodesOf(Document.Blocks[id])).Concat(idle));
        return dirty;
    }

    private void Forget(IReadOnlyList<OpenNode> gone)
    {
        foreach (var node in gone)
        {
            _summaries.Count(node, -(Int128)node.Parameters);
            _blamed.Remove(node);
        }
    }

    private void Replace(Block block, HashSet<OpenNode> dirty)
    {
        foreach (var node in _opening.NodesOf(block))
        {
            node.Block = block;
            dirty.Add(node);
            dirty.UnionWith(node.Readers);
            SizeGiver.NoteBlamed(node, dirty);
        }
    }

    private void Reconnect(PortRef to, HashSet<OpenNode> dirty)
    {
        foreach (var node in Document.Blocks.TryGetValue(to.Block, out var block) ? _opening.NodesOf(block) : [])
        {
            _opening.Reconnect(node, PortLookup.IndexOf(node.InputPorts, to.Port));
            dirty.Add(node);
            if (SizeGiver.Keeps(node.Kind))
            {
                SizeGiver.NoteBlamed(node, dirty);
            }
        }
    }

    private bool Reorder()
    {
        _candidates = new(_index, _opening.Tracer);
        new NodeOrder(_opening.Nodes, new()).Run(out var isWhole);
        return isWhole;
    }

    /// <summary>Infers what may be different in the order of the nodes, and goes on behind a node only where its types have changed.</summary>
    private HashSet<OpenNode> Infer(HashSet<OpenNode> dirty)
    {
        var waiting = new PriorityQueue<OpenNode, int>(dirty.Select(n => (n, n.Place)));
        while (waiting.TryDequeue(out var node, out _))
        {
            if (Infer(node))
            {
                foreach (var reader in node.Readers.Where(dirty.Add))
                {
                    waiting.Enqueue(reader, reader.Place);
                }
            }
        }

        return dirty;
    }

    private bool Infer(OpenNode node)
    {
        var (parameters, outputs) = (node.Parameters, node.Outputs);
        var isOther = _inference.Infer(node);
        _summaries.Count(node, (Int128)node.Parameters - parameters);
        if (node.Problems is null)
        {
            _blamed.Remove(node);
        }
        else
        {
            _blamed.Add(node);
        }

        if (isOther)
        {
            _summaries.Touch(node);
            _candidates.Chosen.Clear();
            _candidates = LinkCandidates.AreAlike(outputs, node.Outputs) ? _candidates : new(_index, _opening.Tracer);
        }

        return isOther;
    }

    private BlockInstance TrainerOf()
    {
        var block = _index.OfKind(nameof(Trainer)).FirstOrDefault(b => !b.Muted && _index.IsSound(b));
        return new BlockInstance(block ?? new Block { Id = "trainer", Kind = nameof(Trainer) }, BlockCatalog.Get(nameof(Trainer)), [], _data);
    }
}
