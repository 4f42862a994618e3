using System.Text.RegularExpressions;

namespace Builder.Datasets.Labels;

/// <summary>Names of columns that say that they hold classes.</summary>
internal static partial class ClassColumnName
{
    /// <summary>Whether a column is called so.</summary>
    public static bool Fits(string column) => Words().IsMatch(column);

    [GeneratedRegex(@"(^|[_\s.-])(class|label|target|category|kind|type|species|grade|group|diagnosis|outcome)([_\s.-]|$)|类|标签|种", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
