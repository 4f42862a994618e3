using Builder.Graph.Messages;

namespace Builder.Graph.Json;

/// <summary>A project file cannot be read. The words say what is wrong, where, and what can be done.</summary>
public sealed class ProjectFileException : BuilderException
{
    /// <summary>An error at a place in the file.</summary>
    /// <param name="reason">What is wrong, with the place in its words.</param>
    /// <param name="code">Stable name of the kind of error, such as "UnknownKind"; null where the reason is of that kind itself.</param>
    /// <param name="block">The block that is meant.</param>
    /// <param name="line">Line in the file, from 1; null where the file as a whole is meant.</param>
    /// <param name="column">Character in the line, from 1.</param>
    /// <param name="path">The place within the JSON, such as "blocks[2].kind".</param>
    public ProjectFileException(Message reason, string? code = null, string? block = null, int? line = null, int? column = null, string? path = null)
        : base(reason, null, code) => (Block, Line, Column, JsonPath) = (block, line, column, path);

    /// <summary>The same error with the file's name in front.</summary>
    public ProjectFileException In(string file) =>
        new(ProjectFileMessages.AtPathOnly.With(("path", file), ("what", Reason)), Code, Block, Line, Column, JsonPath);

    /// <summary>The block that is meant; null for the file as a whole.</summary>
    public string? Block { get; }

    /// <summary>Line in the file, from 1; null where the file as a whole is meant.</summary>
    public int? Line { get; }

    /// <summary>Character in the line, from 1.</summary>
    public int? Column { get; }

    /// <summary>The place within the JSON, such as "blocks[2].kind".</summary>
    public string? JsonPath { get; }
}
