using System.Security.Cryptography;

namespace Builder.Web.Shell.Faults;

/// <summary>The number under which an unforeseen error stands in the log; people see it and can pass it on.</summary>
public static class FaultReference
{
    private const string Key = "builder.reference";
    private static readonly Lock Numbering = new();

    /// <summary>The number of an error; the same wherever the error is met.</summary>
    public static string Of(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        lock (Numbering)
        {
            if (error.Data[Key] is string known)
            {
                return known;
            }

            var number = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
            error.Data[Key] = number;
            return number;
        }
    }
}
