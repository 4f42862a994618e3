using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>The problems found so far, each said once; open ports are remembered so that fixes can be found once all shapes are known.</summary>
internal sealed class ProblemList
{
    private static readonly MessageTemplate OpenPortWords = new(
        "OpenPort",
        "Nothing arrives at “{port}” of “{block}”. Link a block to it.",
        "“{block}”的“{port}”没有任何输入。请把一个模块连接到它。");

    private readonly List<Problem> _problems = [];
    private readonly HashSet<Problem> _said = new(SameWords.Instance);

    /// <summary>How many there are.</summary>
    public int Count => _problems.Count;

    /// <summary>True where one of them stands in the way of training.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Required ports without a link.</summary>
    public List<OpenPort> OpenPorts { get; } = [];

    /// <summary>Adds a problem unless the same words were said of the same block.</summary>
    /// <returns>False where they were.</returns>
    public bool Add(Problem problem)
    {
        var isNew = _said.Add(problem);
        if (isNew)
        {
            _problems.Add(problem);
            HasErrors |= problem.Severity == Severity.Error;
        }

        return isNew;
    }

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Add(problem);
        }
    }

    /// <summary>Adds what was found elsewhere, open ports included.</summary>
    /// <param name="found">What was found; it stays as it is.</param>
    /// <param name="document">The document, whose blocks may have moved since.</param>
    public void AddRange(ProblemList found, ProjectDocument document)
    {
        var open = 0;
        for (var place = 0; place < found.Count; place++)
        {
            var isNew = Add(found._problems[place]);
            if (open < found.OpenPorts.Count && found.OpenPorts[open].Place == place)
            {
                var port = found.OpenPorts[open++];
                if (isNew)
                {
                    OpenPorts.Add(port with { Place = _problems.Count - 1, Block = document.Blocks[port.Block.Id] });
                }
            }
        }
    }

    /// <summary>Adds the problem that nothing is linked to a required port.</summary>
    public void AddOpenPort(OpenScope scope, Block block, Port port)
    {
        var isNew = Add(new(block.Id, OpenPortWords.With(("port", BlockNames.Title(block, port)), ("block", BlockNames.Name(block)))));
        if (isNew)
        {
            OpenPorts.Add(new(_problems.Count - 1, scope, block, port));
        }
    }

    /// <summary>The problem at a place; one with a way out can take its place.</summary>
    public Problem this[int place]
    {
        get => _problems[place];
        set => _problems[place] = value;
    }

    /// <summary>All of them, in the order in which they were found.</summary>
    public ImmutableArray<Problem> ToImmutable() => [.. _problems];

    /// <summary>Takes problems for the same that say the same of the same block. Few are said of one block, so the words need no hash.</summary>
    private sealed class SameWords : IEqualityComparer<Problem>
    {
        public static SameWords Instance { get; } = new();

        public bool Equals(Problem? x, Problem? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && x.Code == y.Code && x.Block == y.Block && x.Message == y.Message);

        public int GetHashCode(Problem obj) => obj.Block is null ? obj.Message.GetHashCode() : HashCode.Combine(obj.Block, obj.Code);
    }
}

/// <summary>A required port without a link, and where its problem stands in the list.</summary>
internal readonly record struct OpenPort(int Place, OpenScope Scope, Block Block, Port Port);
