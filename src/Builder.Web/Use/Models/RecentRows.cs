using Builder.Datasets;
using Builder.Datasets.Import;
using Builder.Graph.Data;
using Builder.Web.Use.Tables;

namespace Builder.Web.Use.Models;

/// <summary>Rows of a project's own series, to begin with.</summary>
internal static class RecentRows
{
    private const long LargestFile = 50 << 20;

    /// <summary>The rows that a model was trained on, read as they were for that; null where they are none that can be shown.</summary>
    /// <exception cref="DataException">They cannot be read.</exception>
    public static TextTable? Read(UseModel model)
    {
        if (model.Data is not { Source: TableSource source } data
            || ProjectPath.Find(model.ProjectFolder, source.Path) is not { } path || new FileInfo(path) is not { Exists: true, Length: <= LargestFile })
        {
            return null;
        }

        // These are rows to begin with: where the file was exchanged since, they are as good as others.
        var changes = data.Changes is { } made ? made with { Of = null } : null;
        return TextTable.Of(DataImport.Read(data with { Changes = changes }, model.ProjectFolder));
    }
}
