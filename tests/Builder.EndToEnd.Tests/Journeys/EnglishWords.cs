using Builder.Graph.Catalog;
using Builder.Graph.Presets;
using Microsoft.Playwright;

namespace Builder.EndToEnd.Tests.Journeys;

/// <summary>Finds words of English on a page that speaks Chinese: in what is read, and in what is read aloud.</summary>
internal static class EnglishWords
{
    /// <summary>What is written in Latin letters in Chinese too: names of the field, units, kinds of files, and names in the data that a walk opens.</summary>
    private static readonly string[] Usual =
    [
        "Builder", "Home", "English", "MIT", "Chrome", "Linux", "Ctrl", "Shift", "UTF", "CSV", "Excel", "OpenDocument", "JSON", "Parquet", "IDX", "TXT", "zip", "PNG", "SVG",
        "AUC", "ROC", "GPT", "ms", "kB", "MB", "GB",
    ];

    /// <summary>The texts of the page that hold a word of two letters or more which is no such name.</summary>
    /// <param name="page">The page.</param>
    /// <param name="names">Names in the project that is shown.</param>
    public static Task<string[]> OnAsync(IPage page, params string[] names) => page.EvaluateAsync<string[]>(
        """
        (names) => {
          const known = new Set(names.flatMap(n => n.match(/[A-Za-z]{2,}/g)).map(n => n?.toLowerCase()));
          const texts = [];
          const isPath = (text) => /^(\/[\w.-]+)+$/.test(text);
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (parent && !parent.closest('script, style, noscript, template, .katex, code, pre, [lang^=en]') && parent.checkVisibility({ visibilityProperty: true })) texts.push(walker.currentNode.data);
          }
          for (const said of ['aria-label', 'title', 'placeholder', 'alt', 'data-tooltip', 'aria-valuetext']) {
            for (const e of document.querySelectorAll(`[${said}]`)) if (e.checkVisibility() && !e.closest('[lang^=en]')) texts.push(e.getAttribute(said));
          }
          return [...new Set(texts.map(t => t.trim()).filter(t => !isPath(t) && (t.match(/[A-Za-z]{2,}/g) ?? []).some(word => !known.has(word.toLowerCase()))))];
        }
        """, (string[])[.. Usual, .. BlockCatalog.Kinds.Select(k => k.Id), .. PresetCatalog.Presets.Select(p => p.Id), .. names]);
}
