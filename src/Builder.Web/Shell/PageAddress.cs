using Microsoft.AspNetCore.Components;

namespace Builder.Web.Shell;

/// <summary>
/// Changes of the address that a page makes by itself, often after it has waited for something. The person may have pressed a link meanwhile, and the
/// browser knows that before the server does: it carries a change out only where it still shows the page that asked.
/// </summary>
public sealed class PageAddress(ShellScript script, NavigationManager navigation)
{
    /// <summary>Changes a part of the query and stays on the page; going back does not come by the address before.</summary>
    /// <param name="page">The page's own address, without a query, such as <c>/projects/abc/train</c>.</param>
    /// <param name="query">The values to set; null takes one away, and what is not named stays.</param>
    public Task ReplaceQueryAsync(string page, IReadOnlyDictionary<string, object?> query)
    {
        var present = new UriBuilder(navigation.Uri) { Path = page };
        return script.MoveOnAsync(page, navigation.GetUriWithQueryParameters(present.Uri.AbsoluteUri, query), replace: true);
    }

    /// <summary>Goes from a page to another, unless the person has left it by another way.</summary>
    /// <param name="page">The page's own address, without a query.</param>
    /// <param name="target">The address to go to.</param>
    public Task GoOnAsync(string page, string target) => script.MoveOnAsync(page, target, replace: false);
}
