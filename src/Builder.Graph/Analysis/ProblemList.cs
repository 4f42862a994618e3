using System.Collections.Immutable;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>The problems found so far, each said once; open ports are remembered so that fixes can be found once all shapes are known.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];
    private readonly HashSet<(string, string?, string)> _said = [];
    private readonly HashSet<string> _withErrors = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _problems.Count;

    /// <summary>True where one of them stands in the way of training.</summary>
    public bool HasErrors => _problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Required ports without a link.</summary>
    public List<OpenPort> OpenPorts { get; } = [];

    /// <summary>Adds a problem unless the same words were said of the same block.</summary>
    public void Add(Problem problem)
    {
        if (_said.Add((problem.Code, problem.Block, problem.Message.En)))
        {
            _problems.Add(problem);
            if (problem is { Severity: Severity.Error, Block: not null })
            {
                _withErrors.Add(problem.Block);
            }
        }
    }

    /// <summary>Adds several.</summary>
    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Add(problem);
        }
    }

    /// <summary>Adds the problem that nothing is linked to a required port.</summary>
    public void AddOpenPort(OpenScope scope, Block block, Port port)
    {
        var place = _problems.Count;
        Add(new("OpenPort", block.Id, new(
            $"Nothing arrives at “{port.Title.En}” of “{BlockNames.Name(block).En}”. Link a block to it.",
            $"“{BlockNames.Name(block).Zh}”的“{port.Title.Zh}”没有任何输入。请把一个模块连接到它。")));
        if (_problems.Count > place)
        {
            OpenPorts.Add(new(place, scope, block, port));
        }
    }

    /// <summary>Gives the problem at a place a way out.</summary>
    public void SetFix(int place, Fix? fix) => _problems[place] = _problems[place] with { Fix = fix };

    /// <summary>True where a block has an error.</summary>
    public bool HasError(Block block) => _withErrors.Contains(block.Id);

    /// <summary>All of them, in the order in which they were found.</summary>
    public ImmutableArray<Problem> ToImmutable() => [.. _problems];
}

/// <summary>A required port without a link, and where its problem stands in the list.</summary>
internal sealed record OpenPort(int Place, OpenScope Scope, Block Block, Port Port);
