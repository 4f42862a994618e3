using System.Text.Json;
using Builder.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Builder.Storage.Settings;

/// <summary>Settings of the whole installation: a name and a value that JSON can hold.</summary>
public sealed class SettingsStore(BuilderDatabase database)
{
    /// <summary>A setting; the default of its type where it has never been set, or holds something else.</summary>
    public async Task<T?> GetAsync<T>(string name, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var row = await context.Settings.AsNoTracking().FirstOrDefaultAsync(s => s.Name == name, ct);
        try
        {
            return row is null ? default : JsonSerializer.Deserialize<T>(row.Value, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Sets a setting.</summary>
    /// <exception cref="StorageException">It cannot be saved.</exception>
    public async Task SetAsync<T>(string name, T value, CancellationToken ct = default)
    {
        await using var context = database.Context();
        var json = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
        var row = await context.Settings.FirstOrDefaultAsync(s => s.Name == name, ct);
        if (row is null)
        {
            row = new() { Name = name, Value = json };
            context.Settings.Add(row);
        }

        row.Value = json;
        try
        {
            await context.SaveChangesAsync(ct);
        }
        catch (DbUpdateException cause)
        {
            throw StorageProblems.NotSaved(cause);
        }
    }
}
