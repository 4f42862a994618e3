using Builder.Datasets;
using Builder.Datasets.Archives;
using Builder.Datasets.Pictures;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Web.Use.Files;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>Predicts for every picture of a zip file and writes a table of their names with the predictions.</summary>
public sealed class PicturePrediction(ModelPool models, UseFiles files)
{
    private const int Chunk = 64;
    private const int MostFailures = 1_000;
    private const int LongestName = 100;

    private static readonly MessageTemplate NoZipWords = new(
        "use-no-zip",
        "“{file}” is no zip file. Put the pictures into a folder, make a zip file of it, and choose that.",
        "“{file}”不是 zip 压缩包。请把图片放进一个文件夹，压缩成 zip 文件后再选择。");

    private static readonly MessageTemplate NoPicturesWords = new(
        "use-no-pictures",
        "There are no pictures in “{file}”. Choose a zip file of pictures (PNG, JPEG, WebP and others).",
        "“{file}”中没有图片。请选择包含图片（PNG、JPEG、WebP 等）的 zip 文件。");

    /// <summary>Whether a model can be asked like this: it reads a picture and nothing else.</summary>
    public static bool IsFor(ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model is { Generates: null, WindowLength: null, Inputs: [{ Kind: "picture" }], Outputs.Count: > 0 };
    }

    /// <summary>Predicts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="file">The zip file.</param>
    /// <param name="progress">Is told the share that is done.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="DataException">The file cannot be read.</exception>
    /// <exception cref="ModelException">It is no zip file, holds no pictures, or the model cannot answer.</exception>
    public async Task<TableResult> PredictAsync(UseModel model, UseFile file, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(file);
        using var zip = await Task.Run(() => Open(file), ct);
        (string Name, int Entry)[] pictures =
            [.. zip.Names.Select((name, entry) => (Name: name, Entry: entry)).Where(p => PictureFile.Counts(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)];
        if (pictures.Length == 0)
        {
            throw new ModelException(NoPicturesWords.With(("file", file.Name)));
        }

        var (answers, failures) = (new Answers(pictures.Length), 0);
        for (var first = 0; first < pictures.Length; first += Chunk)
        {
            var (start, count) = (first, Math.Min(Chunk, pictures.Length - first));
            failures += await AskAsync(model, zip, pictures.AsMemory(start, count), start, answers, MostFailures - failures, ct);
            progress?.Report((double)(start + count) / pictures.Length);
        }

        var result = new ResultTable(model, [PicturesSource.FileColumn], row => [pictures[row].Name], pictures.Length);
        return await Task.Run(() => result.Write(files, file, answers), ct);
    }

    private static SafeZip Open(UseFile file) =>
        SafeZip.IsZip(file.Path) ? SafeZip.Open(File.OpenRead(file.Path), file.Name) : throw new ModelException(NoZipWords.With(("file", file.Name)));

    /// <summary>Lays some pictures beside each other for the model, and takes them away again.</summary>
    private async Task<int> AskAsync(
        UseModel model, SafeZip zip, ReadOnlyMemory<(string Name, int Entry)> pictures, int first, Answers answers, int patience, CancellationToken ct)
    {
        using var folder = files.BorrowFolder();
        var refused = new List<(int Row, Localized Words)>();
        var paths = await Task.Run(() => Unpack(zip, pictures.Span, folder.Path, first, refused), ct);
        var halving = new Halving((from, count) => models.AskAsync(
            model.ProjectId, model.Run.Bundle, id => new RunnerCommand.Predict(id, Files: paths[(from - first)..(from - first + count)]), ct), answers);
        var failures = await halving.AskAsync(first, paths.Length, patience);
        foreach (var (row, words) in refused)
        {
            answers.Refuse(row, words);
        }

        return failures;
    }

    // Each lies in a folder of its own under its own name, which is told where it cannot be read. What is damaged within the zip file is not there.
    private static string[] Unpack(SafeZip zip, ReadOnlySpan<(string Name, int Entry)> pictures, string folder, int first, List<(int Row, Localized Words)> refused)
    {
        var paths = new string[pictures.Length];
        for (var i = 0; i < paths.Length; i++)
        {
            var own = Path.Combine(folder, FormattableString.Invariant($"{i}"));
            paths[i] = Path.Combine(own, NameOf(pictures[i].Name));
            try
            {
                if (zip.LengthOf(pictures[i].Entry) <= PictureFile.MostFileBytes)
                {
                    Directory.CreateDirectory(own);
                    File.WriteAllBytes(paths[i], zip.Read(pictures[i].Entry));
                }
                else
                {
                    refused.Add((first + i, PictureFile.TooLarge(pictures[i].Name).Words));
                }
            }
            catch (DataException damaged)
            {
                refused.Add((first + i, damaged.Words));
            }
        }

        return paths;
    }

    // Without what a disk does not take, and not too long; the ending stays, for some kinds are told by it.
    private static string NameOf(string entry)
    {
        var name = string.Concat(entry[(entry.LastIndexOf('/') + 1)..].Select(c => PortableName.MayHold(c) ? c : '_'));
        name = name.Length <= LongestName ? name : name[^LongestName..];
        return PortableName.IsPortable(name) ? name : $"_{name}_";
    }
}
