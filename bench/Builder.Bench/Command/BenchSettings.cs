using Builder.Training.Runs;

namespace Builder.Bench.Command;

/// <summary>What all cases are measured with.</summary>
/// <param name="Threads">Threads that compute, on both sides.</param>
/// <param name="Seconds">About how long one case measures, both sides together, without preparation.</param>
/// <param name="Device">Where both sides compute.</param>
/// <param name="WorkFolder">Folder for generated data and what the two sides hand over.</param>
public sealed record BenchSettings(int Threads, double Seconds, DeviceChoice Device, string WorkFolder);
