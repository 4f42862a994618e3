namespace Builder.Datasets.Pictures;

/// <summary>What the path of a picture says.</summary>
internal static class PictureNames
{
    /// <summary>Whether it is a file that systems leave behind, such as ".DS_Store" or "__MACOSX/._cat.jpg".</summary>
    public static bool IsHidden(string file) =>
        file.Split('/').Any(part => part.StartsWith('.') || part == "__MACOSX");

    /// <summary>The class of a picture: the folder that it lies in; null for one that lies in none.</summary>
    public static string? ClassOf(string file)
    {
        var end = file.LastIndexOf('/');
        return end < 0 ? null : file[(file.LastIndexOf('/', end - 1) + 1)..end];
    }
}
