using System.Reflection;
using Builder.Graph;
using Builder.Storage.Files;
using Builder.Web.Data.Upload;
using Builder.Web.Sessions;

namespace Builder.Web.Data;

/// <summary>Data that come with the product, for people who have none at hand: one small table, and the data of the ready projects.</summary>
/// <param name="folder">The folder that holds a folder for each ready project.</param>
/// <param name="uploads">Takes them in as if they had been uploaded.</param>
/// <param name="sessions">The open projects.</param>
public sealed class SampleFiles(string folder, UploadService uploads, ProjectSessions sessions)
{
    private const string Prefix = "samples/";
    private const string Origin = "SOURCE.md";

    /// <summary>All of them that are there.</summary>
    public IReadOnlyList<SampleFile> All { get; } = [.. Known.Where(s => s.Folder is null || s.Files.All(f => File.Exists(Path.Combine(folder, s.Folder, f))))];

    private static SampleFile[] Known { get; } =
    [
        new(null, ["penguins.csv"], "table", new("Penguins", "企鹅"), new("Tell three species apart · 344 birds, a few gaps", "区分三个物种 · 344 只，有少量缺失值")),
        new("breast-cancer", ["breast-cancer.csv"], "table", new("Tissue samples", "组织样本"), new("Benign or malignant? · 569 samples", "良性还是恶性？· 569 个样本")),
        new("concrete", ["concrete.csv"], "table", new("Concrete mixtures", "混凝土配方"), new("How strong will it be? · 1,030 mixtures", "强度有多高？· 1,030 种配方")),
        new("digits-cnn", ["images-idx3-ubyte.gz", "labels-idx1-ubyte.gz"], "picture", new("Handwritten digits", "手写数字"), new("Which digit is it? · 10,000 pictures", "是哪个数字？· 1 万张图片")),
        new("weather-lstm", ["seattle-weather.csv"], "train", new("Weather in Seattle", "西雅图天气"), new("How warm will it be tomorrow? · 1,461 days", "明天最高多少度？· 1,461 天"), "temp_max"),
        new("sensor-autoencoder", ["sensor-anomaly.csv"], "train", new("Sensor readings", "传感器读数"), new("Normal or not? · 19,000 readings", "正常还是异常？· 1.9 万条读数")),
        new("novel-gpt", ["pride-and-prejudice.txt"], "text", new("An English novel", "英文小说"), new("Write on in its style · 685,000 letters", "按它的风格续写 · 68.5 万个字符")),
        new("novel-gpt", ["song-ci-300.txt"], "text", new("Song dynasty poems", "宋词三百首"), new("Write poems in Chinese · 300 poems", "写一首词 · 300 首")),
    ];

    /// <summary>Brings a sample into a project.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="projectId">The project; null makes one.</param>
    /// <param name="language">Language of names that become part of the document.</param>
    public async Task<UploadedFile> UseAsync(SampleFile sample, string? projectId, string language)
    {
        ArgumentNullException.ThrowIfNull(sample);
        UploadedFile? taken = null;
        foreach (var file in sample.Files)
        {
            await using var content = Open(sample, file);
            var project = taken?.ProjectId ?? projectId;
            taken = project is null
                ? await uploads.CreateAsync(content, file, language, CancellationToken.None, sample.Title.In(language), sample.Target)
                : await uploads.AddAsync(project, content, file, null, language, CancellationToken.None, sample.Target);
        }

        CopyOrigin(sample, taken!);
        return taken!;
    }

    private Stream Open(SampleFile sample, string file) => sample.Folder is { } own
        ? File.OpenRead(Path.Combine(folder, own, file))
        : Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + file) ?? throw new FileNotFoundException(file);

    /// <summary>Where the data come from, and their licence, stays with them.</summary>
    private void CopyOrigin(SampleFile sample, UploadedFile taken)
    {
        if (sample.Folder is { } own && Path.Combine(folder, own, Origin) is var origin && File.Exists(origin))
        {
            OwnerOnly.Copy(origin, Path.Combine(sessions.FolderOf(taken.ProjectId), $"SOURCE-{own}.md"), overwrite: true);
        }
    }
}

/// <summary>A sample.</summary>
/// <param name="Folder">The ready project whose data it is; null for what comes inside the program.</param>
/// <param name="Files">Names of the files, in the order in which they are brought.</param>
/// <param name="Icon">The sign of what it holds.</param>
/// <param name="Title">What it is.</param>
/// <param name="About">What can be learned from it, and how much there is.</param>
/// <param name="Target">The column to predict; null where it is easily guessed.</param>
public sealed record SampleFile(string? Folder, string[] Files, string Icon, Localized Title, Localized About, string? Target = null);
