using System.Text.RegularExpressions;
using Builder.Graph.Catalog;

namespace Builder.Web.Drawings.Blocks;

/// <summary>The pictures of kinds of blocks: those of the browser's canvas, whose tests write the file that they are read from.</summary>
public static partial class Pictures
{
    private const string File = "pictures.svg";
    private static readonly Dictionary<string, string> All = Read();

    /// <summary>The name of the picture of a kind: its own, or that of its family.</summary>
    public static string NameOf(string kind) =>
        All.ContainsKey(kind) ? kind : $"family-{(BlockCatalog.Find(kind)?.Family ?? Family.Math).ToString().ToLowerInvariant()}";

    /// <summary>The id under which a drawing holds a picture.</summary>
    public static string IdOf(string name) => $"picture-{name}";

    /// <summary>What a drawing has to hold for its blocks to have pictures: a symbol for each name.</summary>
    public static string Symbols(IEnumerable<string> names) =>
        string.Concat(names.Distinct(StringComparer.Ordinal).Where(All.ContainsKey).Select(n => $"<symbol id=\"{IdOf(n)}\" viewBox=\"0 0 24 24\">{All[n]}</symbol>"));

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(Pictures).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException("The pictures of blocks are missing.");
        using var reader = new StreamReader(stream);
        return Symbol().Matches(reader.ReadToEnd()).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex("<symbol id=\"([^\"]+)\"[^>]*>(.*?)</symbol>", RegexOptions.Singleline)]
    private static partial Regex Symbol();
}
