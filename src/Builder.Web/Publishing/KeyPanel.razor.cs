using System.Text.Json;
using Builder.Protocol;
using Builder.Storage;
using Builder.Storage.Publishing;
using Builder.Web.Shell.Parts;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Publishing;

/// <summary>How programs ask a published model, and the keys with which they may.</summary>
public sealed partial class KeyPanel
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private IReadOnlyList<ModelKey> _keys = [];
    private string? _shown;
    private string? _made;

    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public required PublishedModel Model { get; set; }

    /// <summary>What it takes and gives.</summary>
    [Parameter, EditorRequired]
    public required ModelDescription Description { get; set; }

    /// <summary>The address of the server for others.</summary>
    [Parameter, EditorRequired]
    public required Uri Server { get; set; }

    [Inject]
    private ModelKeyStore Store { get; set; } = null!;

    [Inject]
    private ModelKeys Keys { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    // A command that works as it stands; an apostrophe would end the text that the shell reads.
    private string Call
    {
        get
        {
            var (address, by) = (new Uri(Server, ModelAddress.Predict(Model.Name)).AbsoluteUri, Model.Access == ModelAccess.Open ? "X-Requested-With: curl" : $"Authorization: Bearer {_made ?? "KEY"}");
            if (Description.Inputs.Any(i => i.Kind == "picture"))
            {
                return $"curl {address} \\\n  -H '{by}' -H 'Content-Type: image/png' \\\n  --data-binary @picture.png";
            }

            var row = Description.Inputs.ToDictionary(i => i.Name, i => i.Typical ?? (i.Categories is { Count: > 0 } categories ? categories[0] : i.Kind == "number" ? "0" : ""));
            return $"curl {address} \\\n  -H '{by}' -H 'Content-Type: application/json' \\\n  -d '{JsonSerializer.Serialize(row, Readable).Replace("'", "'\\''", StringComparison.Ordinal)}'";
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Model.Name)
        {
            (_shown, _made, _keys) = (Model.Name, null, await Store.ListAsync(Model.Name));
        }
    }

    private async Task MakeAsync()
    {
        try
        {
            _made = await Keys.MakeAsync(Model.Name);
        }
        catch (StorageException unsaved)
        {
            Toasts.Fail(unsaved.Words);
        }

        _keys = await Store.ListAsync(Model.Name);
    }

    private async Task RemoveAsync(ModelKey key)
    {
        try
        {
            await Store.RemoveAsync(key.Id);
            _made = _made?.StartsWith(key.Start, StringComparison.Ordinal) == true ? null : _made;
        }
        catch (StorageException unsaved)
        {
            Toasts.Fail(unsaved.Words);
        }

        _keys = await Store.ListAsync(Model.Name);
    }
}
