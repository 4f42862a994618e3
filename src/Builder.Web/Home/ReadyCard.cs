using Builder.Graph;

namespace Builder.Web.Home;

/// <summary>What is said of a ready project before it is opened; stands in its <c>card.json</c>.</summary>
/// <param name="Order">Its place in the row, easiest first.</param>
/// <param name="Data">What it learns from: "table", "picture", "text" or "series".</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it does, in a sentence.</param>
/// <param name="Amount">How much data comes with it.</param>
/// <param name="Time">How long training takes on two processor cores.</param>
/// <param name="Words">Chinese for the names that its document gives to blocks and groups.</param>
public sealed record ReadyCard(
    int Order, string Data, Localized Name, Localized Text, Localized Amount, Localized Time, IReadOnlyDictionary<string, string>? Words = null);

/// <summary>A project that comes with the product.</summary>
/// <param name="Id">The name of its folder.</param>
/// <param name="Card">What is said of it.</param>
/// <param name="Picture">Its picture, as SVG.</param>
public sealed record ReadyProject(string Id, ReadyCard Card, string Picture);
