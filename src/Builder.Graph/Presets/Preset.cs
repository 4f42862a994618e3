using System.Collections.Immutable;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Presets.Drawing;
using Builder.Graph.Problems;
using Builder.Graph.Shapes;

namespace Builder.Graph.Presets;

/// <summary>
/// A ready-made group of primitive blocks, such as one layer of a Transformer. Adding it puts an ordinary group into the document, whose
/// blocks can be looked at, changed, repeated and taken apart like any other's: nothing remembers that a preset made it.
/// </summary>
public abstract class Preset
{
    private static readonly MessageTemplate UnknownParameter = new(
        "UnknownParameter.preset", "“{preset}” has no parameter “{name}”.{hint}", "“{preset}”没有名为“{name}”的参数。{hint}");

    /// <summary>Stable name: the name of the class, and PyTorch's where it has one.</summary>
    public string Id => GetType().Name;

    /// <summary>What people read, and what the new group is called.</summary>
    public abstract Localized Title { get; }

    /// <summary>Its title as it stands in messages.</summary>
    internal Message TitleMessage => new(PresetCatalog.NamePrefix + Id, []);

    /// <summary>What it does, for someone who does not know the field: one or two sentences.</summary>
    public abstract Localized Help { get; }

    /// <summary>The page or paper that it follows.</summary>
    public abstract string Source { get; }

    /// <summary>Family of the palette that it is offered in.</summary>
    public abstract Family Family { get; }

    /// <summary>What can be chosen before it is added.</summary>
    public abstract ImmutableArray<Parameter> Parameters { get; }

    /// <summary>Id of the new group and its use where that is free.</summary>
    internal abstract string Stem { get; }

    /// <summary>What is wrong with the values of <see cref="Parameters"/>; null where all is well. Those that are not given have their defaults.</summary>
    public Problem? Check(IReadOnlyDictionary<string, ParameterValue> values)
    {
        var self = new Block { Id = Stem, Kind = GroupPorts.UseKind };
        return values.Select(v => CheckOne(self, v.Key, v.Value)).FirstOrDefault(p => p is not null);
    }

    /// <summary>Values of <see cref="Parameters"/> with which it takes what arrives and gives the same sizes; none where nothing known arrives.</summary>
    /// <param name="arriving">What arrives; null where that is not known.</param>
    public virtual IReadOnlyDictionary<string, ParameterValue> Fitting(TensorType? arriving) => Block.NoParameters;

    /// <summary>Builds the edit that adds the group and one use of it. Pure: the same arguments always give the same edit.</summary>
    /// <param name="document">The document that it is meant for; ids are chosen so that none clashes with what is there.</param>
    /// <param name="at">Where the use goes.</param>
    /// <param name="values">Values of <see cref="Parameters"/> that differ from the defaults.</param>
    /// <param name="group">The group whose canvas gets the use; null for the main canvas.</param>
    /// <param name="language">Language of the names that become part of the document: English, or Chinese for codes that begin with "zh".</param>
    /// <exception cref="ArgumentException"><see cref="Check"/> finds something wrong with the values.</exception>
    public PresetAddition AddTo(
        ProjectDocument document,
        Position at = default,
        IReadOnlyDictionary<string, ParameterValue>? values = null,
        string? group = null,
        string? language = null)
    {
        var chosen = values ?? Block.NoParameters;
        if (Check(chosen) is { } problem)
        {
            throw new ArgumentException(problem.Message.Words.In(language), nameof(values));
        }

        var draft = new GroupDraft(Stem, Title, language);
        Draw(draft, new PresetValues(Parameters, chosen));
        return draft.ToAddition(document, at, group);
    }

    /// <summary>The title of one of its parameters as it stands in messages.</summary>
    internal Message TitleOf(Parameter parameter) => new($"{PresetCatalog.ParameterPrefix}{Id}.{parameter.Name}", []);

    /// <summary>Draws the inside of the group.</summary>
    internal abstract void Draw(GroupDraft draft, PresetValues values);

    private Problem? CheckOne(Block self, string name, ParameterValue value)
    {
        if (Parameters.FirstOrDefault(p => p.Name == name) is { } parameter)
        {
            // The block does not exist yet, so no edit can mend it; the words say what is allowed.
            var names = new ParameterNames(TitleMessage, TitleOf(parameter));
            var problem = ParameterRules.OfType(self, parameter, value, names) ?? ParameterRules.OfRange(self, parameter, value, names);
            return problem is null ? null : problem with { Block = null, Fix = null };
        }

        var hint = NearestName.Suggestion(name, Parameters.Select(p => p.Name));
        return new(null, UnknownParameter.With(("preset", TitleMessage), ("name", BlockNames.Short(name)), ("hint", hint)));
    }
}

/// <summary>The edit that adds a preset to a document, and what it will have added.</summary>
/// <param name="Edit">One batch: the group, the blocks in it, their links, and one use.</param>
/// <param name="Group">Id of the new group.</param>
/// <param name="Use">Id of the new block that uses it; its ports are those of the group.</param>
public sealed record PresetAddition(Edit Edit, string Group, string Use);
