using System.Text.RegularExpressions;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Web.Drawings;
using Builder.Web.Drawings.Sheets;
using Builder.Web.Shell;
using Microsoft.Extensions.Logging;

namespace Builder.Web.Tests.Drawings;

/// <summary>Renders drawings, and fails where rendering one has anything to complain about.</summary>
internal static partial class Drawn
{
    public static DrawnVersion Version(ProjectDocument document) => new(document, GraphAnalyzer.Analyze(document, null));

    public static ProjectDocument With(this ProjectDocument document, params Edit[] edits)
    {
        var result = DocumentEditor.Apply(document, new Batch([.. edits]));
        Assert.True(result.Succeeded, result.Problem?.Message.Words.En);
        return result.Document;
    }

    public static async Task<string> RenderAsync(Drawing drawing, string language = "en")
    {
        using var logs = new Complaints();
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(logs));
        using var renderer = new StaticMarkup(factory);
        var markup = await new DrawingRenderer(renderer).RenderAsync(drawing, language);
        Assert.Empty(logs.All);
        return markup;
    }

    /// <summary>Ids of blocks by the mark that they have in a drawing.</summary>
    public static Dictionary<string, string> MarkedBlocks(string markup) => Node().Matches(markup)
        .Select(m => (Id: m.Groups[1].Value, Mark: Change().Match(m.Groups[2].Value)))
        .Where(m => m.Mark.Success).ToDictionary(m => m.Id, m => m.Mark.Groups[1].Value);

    /// <summary>Keys of links by the mark that they have in a drawing.</summary>
    public static List<(string Key, string Mark)> MarkedLinks(string markup) =>
        [.. LinkMark().Matches(markup).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    /// <summary>Many blocks in rows with links between them, as the ready projects have them.</summary>
    public static ProjectDocument Many(int count)
    {
        string[] kinds = ["Linear", "ReLU", "Dropout", "Linear", "Tanh", "LayerNorm"];
        var document = ProjectDocument.Create("many");
        for (var i = 0; i < count; i++)
        {
            var block = new Block { Id = $"{kinds[i % kinds.Length].ToLowerInvariant()}{i}", Kind = kinds[i % kinds.Length], Position = new(i % 20 * Spacing.Across, i / 20 * Spacing.Down) };
            block = block.Kind == "Linear" ? block with { Parameters = block.Parameters.Add("out_features", 16 + (i * 7 % 300)) } : block;
            document = document with { Blocks = document.Blocks.Add(block.Id, i % 9 == 0 ? block with { Label = $"Step {i}" } : block) };
        }

        var ids = document.Blocks.Values.OrderBy(b => b.Position.Y).ThenBy(b => b.Position.X).Select(b => b.Id).ToList();
        var links = ids.Skip(1).Select((id, i) => new Link(new(ids[i], "output"), new(id, "input"))).ToDictionary(l => l.Key);
        return document with { Links = document.Links.AddRange(links) };
    }

    /// <summary>The document as it is after being written and read.</summary>
    public static ProjectDocument Again(ProjectDocument document) => ProjectJson.Read(ProjectJson.Write(document));

    [GeneratedRegex("class=\"diagram-node[^\"]*\" data-node-id=\"([^\"]+)\"[^>]*><div (class=\"cv-(?:block|note)\"[^>]*)>")]
    private static partial Regex Node();

    [GeneratedRegex("data-change=\"([a-z]+)\"")]
    private static partial Regex Change();

    [GeneratedRegex("data-link-id=\"([^\"]+)\"[^>]*>\\s*<path [^>]*data-change=\"([a-z]+)\"")]
    private static partial Regex LinkMark();

    private sealed class Complaints : ILoggerProvider, ILogger
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (All)
            {
                All.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
