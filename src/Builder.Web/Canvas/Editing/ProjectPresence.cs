using System.Collections.Concurrent;

namespace Builder.Web.Canvas.Editing;

/// <summary>Somebody who has a project open: one for each window.</summary>
/// <param name="Id">Unique among all windows.</param>
/// <param name="Number">The smallest number that nobody else in the project has.</param>
/// <param name="Color">How the others see this person's selection.</param>
/// <param name="Selection">Ids of the blocks that are selected.</param>
public sealed record Person(string Id, int Number, string Color, IReadOnlyList<string> Selection);

/// <summary>Who has which project open, and what they have selected. Nothing of it is stored.</summary>
public sealed partial class ProjectPresence(ILogger<ProjectPresence> log)
{
    private const int RememberedCommands = 1_000;

    /// <summary>Told apart on light and on dark ground.</summary>
    private static readonly string[] s_colors = ["#c2410c", "#0e7490", "#7e22ce", "#15803d", "#be185d", "#1d4ed8", "#a16207", "#475569"];

    private readonly ConcurrentDictionary<string, Room> _rooms = new(StringComparer.Ordinal);

    /// <summary>Raised with a project's id when somebody came, went or selected something else.</summary>
    public event Action<string>? Changed;

    /// <summary>Everybody who has a project open, in the order of their numbers.</summary>
    public IReadOnlyList<Person> People(string projectId) => RoomOf(projectId).All();

    /// <summary>Somebody opens a project.</summary>
    public Person Join(string projectId)
    {
        var person = RoomOf(projectId).Add(n => new(Guid.NewGuid().ToString("N"), n, s_colors[(n - 1) % s_colors.Length], []));
        Tell(projectId);
        return person;
    }

    /// <summary>Somebody whose connection was lost is there again.</summary>
    public void Return(string projectId, Person person)
    {
        RoomOf(projectId).Add(person);
        Tell(projectId);
    }

    /// <summary>Somebody selects blocks.</summary>
    public void Select(string projectId, string personId, IReadOnlyList<string> blocks)
    {
        if (RoomOf(projectId).Select(personId, blocks))
        {
            Tell(projectId);
        }
    }

    /// <summary>Somebody closes a project.</summary>
    public void Leave(string projectId, string personId)
    {
        RoomOf(projectId).Remove(personId);
        Tell(projectId);
    }

    /// <summary>Keeps in mind who sent a command, so that the others can be told whose change it was.</summary>
    public void Remember(string projectId, string commandId, string personId) => RoomOf(projectId).Remember(commandId, personId);

    /// <summary>Who sent a command; null where that is forgotten or the person has gone.</summary>
    public Person? AuthorOf(string projectId, string? commandId) => commandId is null ? null : RoomOf(projectId).AuthorOf(commandId);

    private void Tell(string projectId) => Listeners.Each(Changed, listener => listener(projectId), error => ListenerFailed(log, projectId, error));

    [LoggerMessage(EventId = 3203, Level = LogLevel.Error, Message = "A listener of the people in project {ProjectId} failed.")]
    private static partial void ListenerFailed(ILogger log, string projectId, Exception exception);

    private Room RoomOf(string projectId) => _rooms.GetOrAdd(projectId, _ => new());

    private sealed class Room
    {
        private readonly Lock _lock = new();
        private readonly List<Person> _people = [];
        private readonly Dictionary<string, string> _authors = new(StringComparer.Ordinal);
        private readonly Queue<string> _remembered = [];

        public IReadOnlyList<Person> All()
        {
            lock (_lock)
            {
                return [.. _people];
            }
        }

        public Person Add(Func<int, Person> make)
        {
            lock (_lock)
            {
                var number = Enumerable.Range(1, _people.Count + 1).First(n => _people.TrueForAll(p => p.Number != n));
                _people.Add(make(number));
                var added = _people[^1];
                _people.Sort((a, b) => a.Number.CompareTo(b.Number));
                return added;
            }
        }

        public void Add(Person person)
        {
            lock (_lock)
            {
                if (_people.TrueForAll(p => p.Id != person.Id))
                {
                    _people.Add(person);
                }
            }
        }

        public bool Select(string id, IReadOnlyList<string> blocks)
        {
            lock (_lock)
            {
                var index = _people.FindIndex(p => p.Id == id);
                if (index < 0 || _people[index].Selection.SequenceEqual(blocks))
                {
                    return false;
                }

                _people[index] = _people[index] with { Selection = blocks };
                return true;
            }
        }

        public void Remove(string id)
        {
            lock (_lock)
            {
                _people.RemoveAll(p => p.Id == id);
            }
        }

        public void Remember(string commandId, string personId)
        {
            lock (_lock)
            {
                if (_authors.TryAdd(commandId, personId))
                {
                    _remembered.Enqueue(commandId);
                }

                while (_remembered.Count > RememberedCommands)
                {
                    _authors.Remove(_remembered.Dequeue());
                }
            }
        }

        public Person? AuthorOf(string commandId)
        {
            lock (_lock)
            {
                return _authors.TryGetValue(commandId, out var author) ? _people.Find(p => p.Id == author) : null;
            }
        }
    }
}
