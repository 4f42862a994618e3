using System.Text.Json.Nodes;

namespace Builder.Graph.Json.Migrations;

/// <summary>Brings a project file from one format to the next. Each has a file of its own and stays as it is for ever.</summary>
public abstract class Migration
{
    /// <summary>The format that it reads; what it leaves is one higher.</summary>
    public abstract int From { get; }

    /// <summary>Changes the file in place; the "format" property is taken care of elsewhere.</summary>
    /// <exception cref="InvalidOperationException">The file is not one of that format.</exception>
    public abstract void Apply(JsonObject project);
}
