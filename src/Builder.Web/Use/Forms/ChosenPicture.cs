using Builder.Graph;

namespace Builder.Web.Use.Forms;

/// <summary>A picture to predict for.</summary>
/// <param name="Path">The file.</param>
/// <param name="True">What it truly shows, for pictures out of the data.</param>
/// <param name="Doubt">Why the answer deserves less trust; null where the picture is like those that the model knows.</param>
public sealed record ChosenPicture(string Path, string? True, Localized? Doubt = null);
