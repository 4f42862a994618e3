using System.IO.Compression;
using Builder.Datasets.Profiles;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;

namespace Builder.Proposals.Tests;

/// <summary>A project's folder that is gone when the test is over.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("builder-proposals-").FullName;

    public static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);

    public SourceInspection InspectTable(string text, string name = "table.csv")
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return SourceInspection.Of(new TableSource { Path = name }, Folder);
    }

    public SourceInspection InspectSample(string name)
    {
        File.Copy(Sample(name), Path.Combine(Folder, name), overwrite: true);
        return SourceInspection.Of(name.EndsWith(".txt", StringComparison.Ordinal) ? new TextSource { Path = name } : new TableSource { Path = name }, Folder);
    }

    public SourceInspection InspectPictures(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using (var zip = ZipFile.Open(Path.Combine(Folder, "pictures.zip"), ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return SourceInspection.Of(new PicturesSource { Path = "pictures.zip" }, Folder);
    }

    public Proposal Propose(SourceInspection inspection, string? target = null, ProjectDocument? document = null, string? language = null)
    {
        var plan = DataPlan.Guess(inspection, "data");
        return Propose(inspection, target is null ? plan : plan.WithTarget(target), document, language);
    }

    public Proposal Propose(SourceInspection inspection, DataPlan plan, ProjectDocument? document = null, string? language = null) =>
        Proposer.Propose(inspection, plan, Folder, document ?? ProjectDocument.Create("Test"), language, TestContext.Current.CancellationToken);

    public static GraphAnalysis Analyze(Proposal proposal) => GraphAnalyzer.Analyze(proposal.Document, new DataSchema([proposal.Schema]));

    public static void AssertTrains(Proposal proposal)
    {
        var analysis = Analyze(proposal);
        Assert.Equal([], analysis.Problems.Select(p => p.Message.Words.En));
        Assert.True(analysis.CanTrain);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
