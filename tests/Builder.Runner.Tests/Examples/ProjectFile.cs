using System.Text.Json.Nodes;

namespace Builder.Runner.Tests.Examples;

/// <summary>Writes a project file block by block.</summary>
internal sealed class ProjectFile
{
    private readonly JsonArray _blocks = [];
    private readonly JsonArray _links = [];
    private readonly JsonObject _data;

    /// <summary>A project whose data set is described by this JSON.</summary>
    public ProjectFile(string data) => _data = JsonNode.Parse(data)!.AsObject();

    /// <summary>The text of the file.</summary>
    public string Json => new JsonObject
    {
        ["format"] = 1,
        ["name"] = "Example",
        ["data"] = new JsonArray(_data.DeepClone()),
        ["blocks"] = _blocks.DeepClone(),
        ["links"] = _links.DeepClone(),
    }.ToJsonString();

    /// <summary>Adds a block with parameters as JSON.</summary>
    public ProjectFile Block(string id, string kind, string parameters = "{}")
    {
        _blocks.Add(new JsonObject { ["id"] = id, ["kind"] = kind, ["position"] = new JsonArray(0, 0), ["parameters"] = JsonNode.Parse(parameters) });
        return this;
    }

    /// <summary>Adds a link.</summary>
    public ProjectFile Link(string from, string to)
    {
        _links.Add(new JsonObject { ["from"] = from, ["to"] = to });
        return this;
    }

    /// <summary>Links the output of each block to the input of the next.</summary>
    public ProjectFile Chain(params string[] ids) =>
        ids.Zip(ids.Skip(1)).Aggregate(this, (project, pair) => project.Link($"{pair.First}.output", $"{pair.Second}.input"));

    /// <summary>Ends the network in cross-entropy against the target's column, made small by an optimizer.</summary>
    public ProjectFile Classifies(string last, string column, string optimizer = "Adam", string options = """{ "lr": 0.01 }""") => this
        .Block("target", "Target", $$"""{ "columns": ["{{column}}"] }""").Block("loss", "CrossEntropyLoss").Block("optimizer", optimizer, options)
        .Link($"{last}.output", "loss.input").Link("target.output", "loss.target").Link("loss.output", "optimizer.loss");

    /// <summary>Adds the training plan.</summary>
    public ProjectFile Trainer(string parameters) => Block("trainer", "Trainer", parameters);
}
