using Builder.Datasets;
using Builder.Datasets.Import;
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

        if (ProjectPath.Find(model.ProjectFolder, source.Path) is not { } path || new FileInfo(path) is not { Exists: true, Length: <= LargestFile })
        {
            return null;
        }

        return TextTable.Read(path, source, [.. model.Description.Inputs.Select(i => model.SourceOf(i.Name))]).With(model.Data.Changes);
    }
}
