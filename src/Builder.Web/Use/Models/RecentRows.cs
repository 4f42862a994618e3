using Builder.Datasets;
using Builder.Graph.Data;
using Builder.Web.Use.Tables;

namespace Builder.Web.Use.Models;

/// <summary>Rows of a project's own series, to begin with.</summary>
internal static class RecentRows
{
    private const long LargestFile = 50 << 20;

    /// <summary>The source of the model's series; null where it is none that can be shown.</summary>
    /// <exception cref="DataException">It cannot be read.</exception>
    public static TextTable? Read(UseModel model)
    {
        if (model.Data?.Source is not TableSource source)
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(model.ProjectFolder, source.Path));
        var inside = path.StartsWith(Path.GetFullPath(model.ProjectFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        if (!inside || !File.Exists(path) || new FileInfo(path).Length > LargestFile)
        {
            return null;
        }

        return TextTable.Read(path, source, [.. model.Description.Inputs.Select(i => model.SourceOf(i.Name))]).With(model.Data.Changes);
    }
}
