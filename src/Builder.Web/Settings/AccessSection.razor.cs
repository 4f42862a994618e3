using Builder.Storage;
using Builder.Storage.Access;
using Builder.Web.Shell.Parts;
using Builder.Web.Shell.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Builder.Web.Settings;

/// <summary>The browsers that can see everything here, and how they are shut out again.</summary>
public sealed partial class AccessSection
{
    private IReadOnlyList<BrowserSession> _sessions = [];
    private string? _own;
    private bool _asks;

    [Inject]
    private BrowserSessions Sessions { get; set; } = null!;

    [Inject]
    private EntryAttempts Attempts { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider User { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _own = TicketHandler.SessionOf((await User.GetAuthenticationStateAsync()).User);
        _sessions = await Sessions.ListAsync();
    }

    private async Task EndAsync(BrowserSession session)
    {
        try
        {
            await Sessions.EndAsync([session.Id]);
            Toasts.Say(AccessTexts.SignedOut);
        }
        catch (StorageException unsaved)
        {
            Toasts.Say(unsaved.Words);
        }

        _sessions = await Sessions.ListAsync();
    }
}
