namespace Builder.Web.Use.Forms;

/// <summary>A picture to predict for.</summary>
/// <param name="Path">The file.</param>
/// <param name="True">What it truly shows, for pictures out of the data.</param>
public sealed record ChosenPicture(string Path, string? True);
