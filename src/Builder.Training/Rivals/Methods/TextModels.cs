namespace Builder.Training.Rivals.Methods;

/// <summary>
/// How often each word stands in a text, the rarer in other texts the more it counts, each text of length 1: scikit-learn's TfidfVectorizer with its usual settings.
/// Source: https://scikit-learn.org/stable/modules/feature_extraction.html#tfidf-term-weighting. Only the words that stand in the most training texts count.
/// </summary>
public sealed class Tfidf
{
    /// <summary>Words that count at most.</summary>
    public const int MostWords = 2_000;

    private readonly int[] _places;
    private readonly double[] _weights;

    /// <summary>Learns which words there are.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="count">How many.</param>
    public Tfidf(TokenTable texts, int count)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var documents = new int[texts.Vocabulary];
        for (var row = 0; row < count; row++)
        {
            foreach (var word in texts.Row(row).ToArray().Where(word => word >= 0).Distinct())
            {
                documents[word]++;
            }
        }

        int[] words = [.. Enumerable.Range(0, documents.Length).Where(word => documents[word] > 0).OrderByDescending(word => documents[word]).ThenBy(word => word).Take(MostWords)];
        _places = new int[texts.Vocabulary];
        Array.Fill(_places, -1);
        for (var place = 0; place < words.Length; place++)
        {
            _places[words[place]] = place;
        }

        _weights = [.. words.Select(word => Math.Log((1.0 + count) / (1 + documents[word])) + 1)];
    }

    /// <summary>The texts as numbers, one for each word that counts.</summary>
    public FeatureTable Of(RivalRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var width = Math.Max(1, _weights.Length);
        var values = new float[rows.Count * width];
        for (var row = 0; row < rows.Count; row++)
        {
            var own = values.AsSpan(row * width, width);
            foreach (var word in rows.Tokens!.Row(row))
            {
                if (word >= 0 && _places[word] is >= 0 and var place)
                {
                    own[place] += (float)_weights[place];
                }
            }

            var length = 0.0;
            foreach (var value in own)
            {
                length += value * (double)value;
            }

            for (var i = 0; i < own.Length && length > 0; i++)
            {
                own[i] /= (float)Math.Sqrt(length);
            }
        }

        return new(values, width);
    }
}

/// <summary>
/// Naive Bayes on how often each word stands in a text: scikit-learn's MultinomialNB with its usual settings. Source:
/// https://scikit-learn.org/stable/modules/naive_bayes.html#multinomial-naive-bayes.
/// </summary>
public sealed class NaiveBayes : IRival
{
    private readonly int _classes;
    private readonly double[] _words;
    private readonly double[] _priors;

    /// <summary>Learns from these samples.</summary>
    public NaiveBayes(RivalProblem problem, RivalRows rows)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(rows);
        (_classes, Learned) = (problem.Outputs, rows.Count);
        var texts = rows.Tokens!;
        (_words, _priors) = (new double[texts.Vocabulary * _classes], new double[_classes]);
        Array.Fill(_words, 1);
        for (var row = 0; row < rows.Count; row++)
        {
            var own = Array.IndexOf(rows.Targets, 1.0, row * _classes, _classes) - (row * _classes);
            _priors[own]++;
            foreach (var word in texts.Row(row))
            {
                if (word >= 0)
                {
                    _words[(word * _classes) + own]++;
                }
            }
        }

        for (var own = 0; own < _classes; own++)
        {
            var all = 0.0;
            for (var word = own; word < _words.Length; word += _classes)
            {
                all += _words[word];
            }

            for (var word = own; word < _words.Length; word += _classes)
            {
                _words[word] = Math.Log(_words[word] / all);
            }

            _priors[own] = Math.Log(_priors[own] / rows.Count);
        }
    }

    /// <inheritdoc/>
    public int Learned { get; }

    /// <inheritdoc/>
    public double[] Predict(RivalRows rows, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var said = new double[rows.Count * _classes];
        for (var row = 0; row < rows.Count; row++)
        {
            var own = said.AsSpan(row * _classes, _classes);
            _priors.CopyTo(own);
            foreach (var word in rows.Tokens!.Row(row))
            {
                for (var i = 0; i < own.Length && word >= 0; i++)
                {
                    own[i] += _words[(word * _classes) + i];
                }
            }

            Softmax.Of(own);
        }

        return said;
    }
}
