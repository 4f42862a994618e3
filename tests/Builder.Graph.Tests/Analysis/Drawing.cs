using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Tests.Analysis;

/// <summary>Builds documents for tests in a few words, without asking the editor, so that broken ones can be drawn too.</summary>
internal sealed class Drawing
{
    private ProjectDocument _document = ProjectDocument.Create("drawing");
    private string? _group;
    private double _x;

    /// <summary>The document so far.</summary>
    public ProjectDocument Document => _document;

    /// <summary>What the analysis says of it.</summary>
    public GraphAnalysis Analyze() => GraphAnalyzer.Analyze(_document, Examples.Schema);

    /// <summary>The only problem with this code.</summary>
    public Problem Problem(string code) => Assert.Single(Analyze().Problems, p => p.Code == code);

    /// <summary>Adds a block to the canvas that is open.</summary>
    public Drawing Block(string id, string kind, params (string Name, ParameterValue Value)[] parameters) => Put(new Block
    {
        Id = id,
        Kind = kind,
        Group = _group,
        Position = new(_x += 100, 0),
        Parameters = Documents.Block.NoParameters.AddRange(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value))),
    });

    /// <summary>Changes a block.</summary>
    public Drawing With(string id, Func<Block, Block> change) => Put(change(_document.Blocks[id]));

    /// <summary>Opens a group, so that the blocks that follow stand in it; null goes back to the main canvas.</summary>
    public Drawing In(string? group)
    {
        _group = group;
        _document = group is null || _document.Groups.ContainsKey(group) ? _document : _document with { Groups = _document.Groups.Add(group, new(group, group)) };
        return this;
    }

    /// <summary>Links "a", "b", "c" … one after the other; "a.port" names a port, otherwise the first of each is meant.</summary>
    public Drawing Chain(params string[] ends)
    {
        for (var i = 1; i < ends.Length; i++)
        {
            Link(ends[i - 1], ends[i]);
        }

        return this;
    }

    /// <summary>Adds one link.</summary>
    public Drawing Link(string from, string to, int slot = 0)
    {
        var ports = new PortLookup(_document);
        var link = new Link(End(from, b => ports.Outputs(b)), End(to, b => ports.Inputs(b)), slot);
        _document = _document with { Links = _document.Links.Add(link.Key, link) };
        return this;
    }

    /// <summary>Numbers – Linear – … – loss – Adam: what stands between is linked by the caller from "input" to "loss".</summary>
    public static Drawing Regression() => new Drawing()
        .Block("input", "NumberInput", ("columns", ParameterValue.Of("length", "width", "height", "weight")))
        .Block("target", "Target", ("columns", ParameterValue.Of("price")))
        .Block("loss", "MSELoss").Block("adam", "Adam")
        .Link("target", "loss.target").Link("loss", "adam.loss");

    private Drawing Put(Block block)
    {
        _document = _document with { Blocks = _document.Blocks.SetItem(block.Id, block) };
        return this;
    }

    private PortRef End(string end, Func<Block, IEnumerable<Port>> ports)
    {
        var parts = end.Split('.');
        return new(parts[0], parts.Length > 1 ? parts[1] : ports(_document.Blocks[parts[0]]).First().Name);
    }
}
