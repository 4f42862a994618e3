using Builder.Storage;
using Builder.Storage.Publishing;

namespace Builder.Web.Publishing;

/// <summary>Counts the answers of published models. They are gathered in memory and written together, so that no answer waits for the disk; a kill costs the last seconds.</summary>
public sealed class ModelUses : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly ModelUseStore _store;
    private readonly ITimer _timer;
    private Dictionary<(string Model, int Version), (long Answers, double Milliseconds)> _waiting = [];

    /// <summary>Nothing is counted yet.</summary>
    public ModelUses(ModelUseStore store, TimeProvider clock, ILogger<ModelUses> log)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _store = store;
        _timer = clock.CreateTimer(_ => Background.Run(WriteAsync, log, "count the uses of published models"), null, Period, Period);
    }

    /// <summary>A version has answered.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="version">The version.</param>
    /// <param name="took">How long it took.</param>
    public void Count(string model, int version, TimeSpan took) => Add(model, version, 1, took.TotalMilliseconds);

    /// <summary>The counts of a model's versions up to now.</summary>
    public async Task<IReadOnlyList<ModelUse>> ListAsync(string model, CancellationToken ct = default)
    {
        await WriteAsync();
        return await _store.ListAsync(model, ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        try
        {
            await WriteAsync();
        }
        catch (StorageException)
        {
            // The disk takes nothing: what was counted in the last seconds is not worth more.
        }
    }

    private async Task WriteAsync()
    {
        Dictionary<(string Model, int Version), (long Answers, double Milliseconds)> counted;
        lock (_gate)
        {
            (counted, _waiting) = (_waiting, []);
        }

        if (counted.Count == 0)
        {
            return;
        }

        try
        {
            await _store.AddAsync([.. counted.Select(c => new ModelUse(c.Key.Model, c.Key.Version, c.Value.Answers, c.Value.Milliseconds))]);
        }
        catch (StorageException)
        {
            // They are written with the next ones.
            foreach (var (key, value) in counted)
            {
                Add(key.Model, key.Version, value.Answers, value.Milliseconds);
            }

            throw;
        }
    }

    private void Add(string model, int version, long answers, double milliseconds)
    {
        lock (_gate)
        {
            var (before, took) = _waiting.GetValueOrDefault((model, version));
            _waiting[(model, version)] = (before + answers, took + milliseconds);
        }
    }
}
