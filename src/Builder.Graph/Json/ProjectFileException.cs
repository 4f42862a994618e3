using Builder.Graph.Problems;

namespace Builder.Graph.Json;

/// <summary>A project file cannot be read. The words say what is wrong, where, and what can be done.</summary>
public sealed class ProjectFileException : Exception
{
    /// <summary>An error at a place in the file.</summary>
    public ProjectFileException(Problem problem, int? line = null, int? column = null, string? path = null)
        : base(problem.Message.En) => (Problem, Line, Column, JsonPath) = (problem, line, column, path);

    /// <summary>What is wrong, with the place in its words.</summary>
    public Problem Problem { get; }

    /// <summary>Stable name of the kind of error, such as "UnknownKind".</summary>
    public string Code => Problem.Code;

    /// <summary>Line in the file, from 1; null where the file as a whole is meant.</summary>
    public int? Line { get; }

    /// <summary>Character in the line, from 1.</summary>
    public int? Column { get; }

    /// <summary>The place within the JSON, such as "blocks[2].kind".</summary>
    public string? JsonPath { get; }
}
