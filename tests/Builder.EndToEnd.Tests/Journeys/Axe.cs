using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>What axe, a program that knows the rules of accessible pages, finds on a page.</summary>
internal static class Axe
{
    /// <summary>The faults that keep people out.</summary>
    public static readonly string[] Serious = ["serious", "critical"];

    /// <summary>The faults of a page as it is now, each with its first places.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What it is called in the report.</param>
    /// <param name="impacts">How grave; none for all.</param>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, string name, params string[] impacts) => (await page.RunAxe()).Violations
        .Where(v => impacts.Length == 0 || impacts.Contains(v.Impact))
        .Select(v => $"{name}: {v.Id} ({v.Help}) {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
}
